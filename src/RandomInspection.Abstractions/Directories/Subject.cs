using NodaTime;

namespace RandomInspection.Directories;

/// <summary>A subject of supervision (监管对象): an enterprise, a household business, an institution, as the directory knows it; or one of its carriers (行为载体).</summary>
/// <remarks>Each property checks its own rule when it is set, in a <c>with</c> expression too.</remarks>
public sealed record Subject
{
    /// <summary>How many characters a code has at most: 55, so that seed and code fill two blocks of the hash (draw specification §4).</summary>
    public const int MaximumCodeLength = 55;

    /// <summary>How many characters a credit class has at most: 32 (draw specification, "Terms").</summary>
    public const int MaximumCreditClassLength = 32;

    /// <summary>The id by which it is drawn: its unified social credit code as a rule; 1 to 55 visible ASCII characters, not starting with a colon.</summary>
    /// <exception cref="ArgumentException">The value breaks the rule.</exception>
    public required string Code
    {
        get;
        init => field = IsCode(value) ? value : throw Broken(nameof(Code), SubjectRefusals.CodeNotDrawable.With(("value", ShownText.Of(value))));
    }

    /// <summary>The registered name, not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    public required string Name
    {
        get;
        init => field = !string.IsNullOrWhiteSpace(value) ? value : throw Broken(nameof(Name), SubjectRefusals.NameMissing.With());
    }

    /// <summary>The legal form (主体类型), for example <c>个体工商户</c>; empty where the register does not say.</summary>
    public string Kind { get; init => field = value ?? throw new ArgumentNullException(nameof(Kind)); } = "";

    /// <summary>The region's label as it stands in the directory, for example <c>沈河区</c>.</summary>
    /// <exception cref="ArgumentException">The value breaks the rule of <see cref="DirectoryLabel"/>.</exception>
    public required string Region { get; init => field = Label(nameof(Region), value); }

    /// <summary>The trade: as a rule the letter of a <see cref="TradeSection"/>.</summary>
    /// <exception cref="ArgumentException">The value breaks the rule of <see cref="DirectoryLabel"/>.</exception>
    public required string Trade { get; init => field = Label(nameof(Trade), value); }

    /// <summary>The credit (risk) class: 1 to 32 visible ASCII characters, A to D as a rule.</summary>
    /// <exception cref="ArgumentException">The value breaks the rule.</exception>
    public required string CreditClass
    {
        get;
        init => field = IsCreditClass(value) ? value : throw Broken(nameof(CreditClass), SubjectRefusals.CreditClassMalformed.With(("value", ShownText.Of(value))));
    }

    /// <summary>The day on which it was established, if the register says.</summary>
    public LocalDate? EstablishedOn { get; init; }

    /// <summary>The scope of business (经营范围), or empty.</summary>
    public string Scope { get; init => field = value ?? throw new ArgumentNullException(nameof(Scope)); } = "";

    /// <summary>What the register says of it.</summary>
    public SubjectStatus Status
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(Status), value, "Not a status.");
    }

    /// <summary>What it is marked with besides, by which special directories are made.</summary>
    public SubjectTags Tags { get; init => field = value ?? throw new ArgumentNullException(nameof(Tags)); } = SubjectTags.None;

    /// <summary>When and by what source it got its class; <see langword="null"/> where the register does not say.</summary>
    public CreditAssessment? Assessment { get; init; }

    /// <summary>What carrier it is, and whose; <see langword="null"/> for a subject.</summary>
    /// <exception cref="ArgumentException">It belongs to itself.</exception>
    public Carrier? Carrier
    {
        get;
        init => field = value is null || value.SubjectCode != Code ? value : throw new ArgumentException($"{Code} is a carrier of itself.", nameof(Carrier));
    }

    /// <summary>The code of whoever answers for it: its own, or that of the subject whose carrier it is.</summary>
    public string AnswersFor => Carrier?.SubjectCode ?? Code;

    /// <summary>Whether a text can be a code by which a subject is drawn (draw specification, "Terms").</summary>
    /// <param name="text">Any text.</param>
    public static bool IsCode(string? text) =>
        text is { Length: >= 1 and <= MaximumCodeLength } && text[0] != ':' && text.AsSpan().IsVisibleAscii();

    /// <summary>Whether a text can be a credit class (draw specification, "Terms").</summary>
    /// <param name="text">Any text.</param>
    public static bool IsCreditClass(string? text) =>
        text is { Length: >= 1 and <= MaximumCreditClassLength } && text.AsSpan().IsVisibleAscii();

    private static string Label(string property, string value)
    {
        ArgumentNullException.ThrowIfNull(value, property);
        return DirectoryLabel.Check(value) is { } fault ? throw Broken(property, fault) : value;
    }

    private static ArgumentException Broken(string property, Refusal fault) => new(fault.ToString(), property);
}
