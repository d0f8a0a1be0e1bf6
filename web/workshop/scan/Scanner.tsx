/** What learners show on their screens, collected by the camera: where there is none or it may not be used, that is said. */
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n/translate.js';
import { startCamera, stopCamera, stream, trouble, watchSquares } from './camera.js';

interface ScannerProps {
  /** Told again and again while a picture is in sight. */
  readonly found: (text: string) => void;
}

export function Scanner({ found }: ScannerProps) {
  const video = useRef<HTMLVideoElement>(null);
  const on = stream.value;
  useEffect(() => stopCamera, []);
  useEffect(() => {
    if (on === null || video.current === null) return;
    video.current.srcObject = on;
    void video.current.play().catch(() => undefined);
    return watchSquares(video.current, found);
  }, [on]);
  return (
    <>
      <button
        type="button"
        class="plain"
        aria-pressed={on !== null}
        onClick={() => (on === null ? void startCamera() : stopCamera())}
      >
        {t(on === null ? 'scan.start' : 'scan.stop')}
      </button>
      {trouble.value !== null && (
        <p class="alarm" role="alert">
          {t(`scan.trouble.${trouble.value}`)} {t('scan.instead')}
        </p>
      )}
      {on !== null && (
        <figure class="scanner">
          <video ref={video} muted playsInline aria-label={t('scan.picture')} />
          <figcaption class="soft">{t('scan.how')}</figcaption>
        </figure>
      )}
    </>
  );
}
