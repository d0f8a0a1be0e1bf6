/** WebP, which the browser itself writes: a third of PNG's size. @param painter any page @param png what a screenshot gives */
export async function toWebp(painter, png, quality) {
  const webp = await painter.evaluate(
    async ({ data, quality }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: image.naturalWidth, height: image.naturalHeight });
      canvas.getContext('2d').drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', quality).split(',')[1];
    },
    { data: png.toString('base64'), quality },
  );
  return Buffer.from(webp, 'base64');
}
