namespace RandomInspection.Tabular;

/// <summary>What a code in a table of subjects must be.</summary>
public enum SubjectCodeForm
{
    /// <summary>A unified social credit code (GB 32100-2015); a wrong check character is a warning.</summary>
    UnifiedSocialCreditCode = 0,

    /// <summary>Anything by which a subject can be drawn: 1 to 55 visible ASCII characters, not starting with a colon.</summary>
    Drawable = 1,
}
