using System.Globalization;
using RandomInspection.Planning;

namespace RandomInspection.Web.Tasks;

/// <summary>What the form asks about resting, as text, so that whatever was entered can be shown again. At first the rule of Liaoning 2019.</summary>
public sealed class RestingInput
{
    /// <summary>The answer for a task in which nobody rests.</summary>
    public const string Nobody = "none";

    /// <summary><c>rules</c>, <c>none</c>, or the name of the exemption that the task has.</summary>
    public string? Applies { get; set; } = "rules";

    /// <summary>Why the task is exempt.</summary>
    public string? Reason { get; set; }

    /// <summary>Visits a year by one authority.</summary>
    public string? ByAuthority { get; set; } = Number(RestingRules.Liaoning2019.VisitsByAuthority);

    /// <summary>Visits a year by all authorities.</summary>
    public string? InAll { get; set; }

    /// <summary>Days since the last visit.</summary>
    public string? Days { get; set; }

    /// <summary>Classes that never rest, separated by blanks or commas.</summary>
    public string? Classes { get; set; }

    /// <summary>A line for each key subject: its code, a blank, the reason.</summary>
    public string? KeySubjects { get; set; }

    /// <summary>The form as it was when the task was last designed.</summary>
    /// <param name="rules">The task's rules; <see langword="null"/> if nobody rests.</param>
    public static RestingInput Of(RestingRules? rules) => rules is null ? new RestingInput { Applies = Nobody } : new RestingInput
    {
        Applies = rules.Exempt?.Kind.ToString() ?? "rules",
        Reason = rules.Exempt?.Reason,
        ByAuthority = Number(rules.VisitsByAuthority),
        InAll = Number(rules.VisitsInAll),
        Days = Number(rules.RestDays),
        Classes = string.Join(' ', rules.ExemptClasses),
        KeySubjects = string.Join('\n', rules.KeySubjects.Select(s => $"{s.Code} {s.Reason}")),
    };

    /// <summary>The rules; <see langword="null"/> if nobody rests.</summary>
    /// <exception cref="InputRefusedException">What was entered is not a rule (RI1102, RI2123, RI2128, RI2129).</exception>
    public RestingRules? Rules() => Applies == Nobody ? null : RestingRules.Liaoning2019 with
    {
        VisitsByAuthority = Number(ByAuthority, RestingRules.MostVisits, "同一机关每年检查次数", "Visits by one authority in a year"),
        VisitsInAll = Number(InAll, RestingRules.MostVisits, "各机关每年检查总次数", "Visits by all authorities in a year"),
        RestDays = Number(Days, RestingRules.MostDays, "休整天数", "Days of rest"),
        ExemptClasses = [.. (Classes ?? "").Split([' ', ',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        KeySubjects = [.. (KeySubjects ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(KeySubjectOf)],
        Exempt = Enum.TryParse(Applies, out RestingExemption kind) && Enum.IsDefined(kind) ? new ExemptTask(kind, Reason ?? "") : null,
    };

    private static KeySubject KeySubjectOf(string line) => line.IndexOfAny([' ', '\t', '\u3000']) is > 0 and int blank
        ? new KeySubject(line[..blank], line[blank..].Trim())
        : new KeySubject(line, "");

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static int? Number(string? text, int most, string chinese, string english) =>
        string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : throw RestingRefusals.OutOfRange.Refuse(("fieldZh", chinese), ("fieldEn", english), ("least", 1), ("most", most), ("value", text.Trim()));
}
