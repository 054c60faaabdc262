using NodaTime;

namespace RandomInspection.Directories;

/// <summary>信用评定：when and by what source a subject got its credit class.</summary>
/// <remarks>Source: 沈政办发〔2020〕19号 三(十).</remarks>
public sealed record CreditAssessment
{
    /// <summary>How many characters a source has at most: 100.</summary>
    public const int MaximumSourceLength = 100;

    /// <summary>An assessment.</summary>
    /// <param name="on">The day from which the class holds.</param>
    /// <param name="source">Who or what gave it: 1 to 100 characters, no white space at its ends, no control, format or broken character.</param>
    /// <exception cref="InputRefusedException">The source is none (RI5130).</exception>
    public CreditAssessment(LocalDate on, string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!IsSource(source))
        {
            throw SubjectRefusals.AssessmentSourceMalformed.Refuse(("value", ShownText.Of(source)), ("most", MaximumSourceLength));
        }

        On = on;
        Source = source;
    }

    /// <summary>The day from which the class holds.</summary>
    public LocalDate On { get; }

    /// <summary>Who or what gave it.</summary>
    public string Source { get; }

    /// <summary>Whether a text can be a source.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsSource(string? text) => text is { Length: >= 1 and <= MaximumSourceLength } && text.Trim() == text && ShownText.Of(text) == text;
}
