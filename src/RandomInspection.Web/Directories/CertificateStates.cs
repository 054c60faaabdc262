using NodaTime;
using RandomInspection.Directories;

namespace RandomInspection.Web.Directories;

/// <summary>Tells the state of certificates.</summary>
internal static class CertificateStates
{
    /// <summary>How many days before its end a certificate is said to end soon.</summary>
    public const int SoonDays = 60;

    /// <summary>What somebody's certificates are worth on a day: the last of them decides, and one that was renewed in time is valid throughout.</summary>
    public static CertificateState On(this Inspector inspector, LocalDate day)
    {
        if (inspector.Certificates is not [.., var last])
        {
            return CertificateState.None;
        }

        CertificateState state = last.On(day);
        bool covered = inspector.Certificates.Any(certificate => certificate.ValidFrom <= day && day <= certificate.ValidTo);
        return state == CertificateState.NotYet && covered ? CertificateState.Valid : state;
    }

    public static CertificateState On(this Certificate certificate, LocalDate day) =>
        certificate.ValidTo < day ? CertificateState.Expired
        : certificate.ValidFrom > day ? CertificateState.NotYet
        : certificate.ValidTo <= day.PlusDays(SoonDays) ? CertificateState.EndsSoon
        : CertificateState.Valid;
}
