namespace RandomInspection.Calendars;

/// <summary>What was found wrong or noteworthy in a notice, with its own code.</summary>
public sealed record NoticeFinding
{
    /// <summary>States a finding.</summary>
    /// <param name="severity">Whether it stops the notice from being loaded.</param>
    /// <param name="refusal">Code, values, texts and remedy.</param>
    public NoticeFinding(FindingSeverity severity, Refusal refusal)
    {
        Severity = severity;
        Refusal = refusal;
    }

    /// <summary>Whether it stops the notice from being loaded.</summary>
    public FindingSeverity Severity { get; }

    /// <summary>Code, values, texts and remedy.</summary>
    public Refusal Refusal { get; }
}
