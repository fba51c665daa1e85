/** A telephone number that a tap calls. */
export function PhoneLink({ phone, className }: { readonly phone: string; readonly className?: string }) {
  return (
    <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} className={className}>
      {phone}
    </a>
  );
}
