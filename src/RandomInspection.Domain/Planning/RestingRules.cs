using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Drawing;

namespace RandomInspection.Planning;

/// <summary>无事不扰、抽后休整：who counts in a frame and cannot be drawn, because enough visits were paid. Data, recorded with the task's design.</summary>
/// <remarks>
/// A resting unit stays in the population, so its class keeps its share of the draw; only who is drawn within the class changes.
/// A visit to come counts like one that was paid: who was drawn and not yet visited is not drawn again.
/// Each property checks its own rule when it is set. The arrays compare by reference. Source: 沈政办发〔2020〕19号 三(十); 辽宁 2019; 国办发〔2024〕54号.
/// </remarks>
public sealed record RestingRules
{
    /// <summary>Most visits in a year that a rule may allow: one a day.</summary>
    public const int MostVisits = 366;

    /// <summary>Most days of rest: three years.</summary>
    public const int MostDays = 1_096;

    /// <summary>Most characters of a reason.</summary>
    public const int MaxReason = 200;

    /// <summary>Same authority, same enterprise, at most once a calendar year; the grounds that do not wait are exempt.</summary>
    /// <remarks>Source: 辽宁 2019; its exemptions as in 沈政办发〔2020〕19号 一 and 国办发〔2024〕54号. It names no cap over all authorities and no days.</remarks>
    public static RestingRules Liaoning2019 { get; } = new() { VisitsByAuthority = 1, ExemptKinds = [.. Enum.GetValues<RestingExemption>()] };

    /// <summary>Visits at most by one authority to one subject in a calendar year, 1 to <see cref="MostVisits"/>; <see langword="null"/> for no such rule.</summary>
    /// <exception cref="InputRefusedException">Out of range (RI2123).</exception>
    public int? VisitsByAuthority { get; init => field = Within(value, MostVisits, "同一机关每年检查次数", "Visits by one authority in a year"); }

    /// <summary>Visits at most by all authorities to one subject in a calendar year, 1 to <see cref="MostVisits"/>; a joint visit counts once. <see langword="null"/> for no such rule.</summary>
    /// <exception cref="InputRefusedException">Out of range (RI2123).</exception>
    public int? VisitsInAll { get; init => field = Within(value, MostVisits, "各机关每年检查总次数", "Visits by all authorities in a year"); }

    /// <summary>Natural days from a visit to the first day on which the next may take place, 1 to <see cref="MostDays"/>; <see langword="null"/> for no such rule.</summary>
    /// <exception cref="InputRefusedException">Out of range (RI2123).</exception>
    public int? RestDays { get; init => field = Within(value, MostDays, "休整天数", "Days of rest"); }

    /// <summary>Credit classes that never rest (重点严查), in the order of bytes.</summary>
    /// <exception cref="InputRefusedException">A class is malformed (RI1102).</exception>
    public ImmutableArray<string> ExemptClasses
    {
        get;
        init => field = value.FirstOrDefault(name => !FrameUnit.IsClass(name)) is { } malformed
            ? throw DrawingRefusals.MalformedClass.Refuse(("class", malformed))
            : [.. value.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    } = [];

    /// <summary>Subjects that never rest, each with its reason, in the order of codes.</summary>
    /// <exception cref="InputRefusedException">One has no reason (RI2128) or stands twice (RI2129).</exception>
    public ImmutableArray<KeySubject> KeySubjects { get; init => field = Checked(value); } = [];

    /// <summary>The grounds on which a task may let nobody rest.</summary>
    public ImmutableArray<RestingExemption> ExemptKinds { get; init => field = [.. value.Distinct().Order()]; } = [];

    /// <summary>Why this task lets nobody rest; <see langword="null"/> as a rule.</summary>
    /// <exception cref="InputRefusedException">It has no reason (RI2128).</exception>
    public ExemptTask? Exempt
    {
        get;
        init => field = value is null ? null : value with { Reason = Reason(value.Kind.Name(Language.Chinese), value.Reason) };
    }

    /// <summary>The reasons for which a subject rests, in the order in which they decide; none if it can be drawn.</summary>
    /// <param name="code">The subject's code.</param>
    /// <param name="creditClass">Its credit class.</param>
    /// <param name="visits">The visits paid to it and to come, any order; those of the task itself left out.</param>
    /// <param name="departmentId">The authority that draws.</param>
    /// <param name="day">The first day on which the task may visit: <see cref="DayOf"/>.</param>
    /// <remarks>A pure function: the same answer wherever and whenever it is asked. O(visits).</remarks>
    public ImmutableArray<RefusalDefinition> ReasonsOf(
        string code, string creditClass, IReadOnlyCollection<PastVisit> visits, string departmentId, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(visits);
        if (visits.Count == 0 || Exempt is not null || ExemptClasses.Contains(creditClass, StringComparer.Ordinal) || KeySubjects.Any(s => s.Code == code))
        {
            return [];
        }

        ImmutableArray<RefusalDefinition>.Builder reasons = ImmutableArray.CreateBuilder<RefusalDefinition>(RestingReasons.All.Length);
        AddIf(Of(visits.Where(v => v.On.Year == day.Year && v.DepartmentId == departmentId)) >= VisitsByAuthority, RestingReasons.Authority);
        AddIf(Of(visits.Where(v => v.On.Year == day.Year)) >= VisitsInAll, RestingReasons.Year);
        AddIf(RestDays is { } restDays && visits.Any(v => Period.DaysBetween(v.On, day) < restDays), RestingReasons.Days);
        return reasons.ToImmutable();

        static int Of(IEnumerable<PastVisit> some) => some.Select(v => v.Visit).Distinct(StringComparer.Ordinal).Count();

        void AddIf(bool holds, RefusalDefinition reason)
        {
            if (holds)
            {
                reasons.Add(reason);
            }
        }
    }

    /// <summary>The day by which a task's frame is judged: today, but not before its period nor after.</summary>
    /// <param name="from">First day of the task's period.</param>
    /// <param name="to">Last day, included.</param>
    /// <param name="today">Today.</param>
    public static LocalDate DayOf(LocalDate from, LocalDate to, LocalDate today) => LocalDate.Max(from, LocalDate.Min(today, to));

    /// <summary>The first day whose visits can matter to a frame judged by a day.</summary>
    /// <param name="day">The day.</param>
    public LocalDate Since(LocalDate day) => LocalDate.Min(new LocalDate(day.Year, 1, 1), day.PlusDays(-(RestDays ?? 0)));

    /// <summary>The rules as one sentence; the Chinese one stands in the design's basis, where everybody can read it.</summary>
    /// <param name="language">The language.</param>
    public string Statement(Language language)
    {
        bool zh = language == Language.Chinese;
        if (Exempt is { } exempt)
        {
            return zh ? $"抽后休整：本任务属{exempt.Kind.Name(language)}，不适用（{exempt.Reason}）。" : $"Resting: not applied, because of {exempt.Kind.Name(language)} ({exempt.Reason}).";
        }

        List<string> parts = [];
        AddFor(VisitsByAuthority, n => zh ? $"同一机关每年至多检查{n}次" : $"at most {n} a year by one authority");
        AddFor(VisitsInAll, n => zh ? $"各机关合计每年至多检查{n}次" : $"at most {n} a year by all authorities");
        AddFor(RestDays, n => zh ? $"距上次检查满{n}天" : $"{n} days since the last visit");
        AddFor(ExemptClasses.IsEmpty ? null : 0, _ => zh ? $"信用类别{string.Join('、', ExemptClasses)}不休整" : $"class {string.Join(", ", ExemptClasses)} never rests");
        AddFor(KeySubjects.IsEmpty ? null : KeySubjects.Length, n => zh ? $"重点对象{n}户不休整" : $"{n} key subjects never rest");
        return zh ? $"抽后休整：{string.Join('，', parts)}。" : $"Resting: {string.Join("; ", parts)}.";

        void AddFor(int? number, Func<int, string> part)
        {
            if (number is { } n)
            {
                parts.Add(part(n));
            }
        }
    }

    /// <summary>A design's basis with the rules named in it.</summary>
    /// <param name="basis">The basis, or <see langword="null"/>.</param>
    public string NameIn(string? basis) =>
        string.IsNullOrWhiteSpace(basis) ? Statement(Language.Chinese) : AreNamedIn(basis) ? basis : $"{basis.Trim()} {Statement(Language.Chinese)}";

    /// <summary>A design's basis without the rules that are named in it; <see langword="null"/> if nothing is left.</summary>
    /// <param name="basis">The basis, or <see langword="null"/>.</param>
    public string? WithoutNameIn(string? basis) =>
        basis?.Replace(Statement(Language.Chinese), "", StringComparison.Ordinal).Trim() is { Length: > 0 } rest ? rest : null;

    /// <summary>Whether a design's basis names the rules.</summary>
    /// <param name="basis">The basis, or <see langword="null"/>.</param>
    public bool AreNamedIn(string? basis) => basis?.Contains(Statement(Language.Chinese), StringComparison.Ordinal) == true;

    /// <summary>Checks what needs more than one of the properties.</summary>
    /// <exception cref="InputRefusedException">They limit nothing (RI2124), or the task's exemption is not listed (RI2127).</exception>
    internal void Check()
    {
        if (VisitsByAuthority is null && VisitsInAll is null && RestDays is null)
        {
            throw RestingRefusals.NoLimit.Refuse();
        }

        if (Exempt is { } exempt && !ExemptKinds.Contains(exempt.Kind))
        {
            throw RestingRefusals.ExemptionNotListed.Refuse(("kindZh", exempt.Kind.Name(Language.Chinese)), ("kindEn", exempt.Kind.Name(Language.English)));
        }
    }

    private static int? Within(int? value, int most, string chinese, string english) =>
        value is null || (value >= 1 && value <= most)
            ? value
            : throw RestingRefusals.OutOfRange.Refuse(("fieldZh", chinese), ("fieldEn", english), ("least", 1), ("most", most), ("value", value));

    private static ImmutableArray<KeySubject> Checked(ImmutableArray<KeySubject> subjects)
    {
        if (subjects.GroupBy(s => s.Code, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw RestingRefusals.KeySubjectTwice.Refuse(("code", twice.Key));
        }

        return [.. subjects.Select(s => s with { Reason = Reason(s.Code, s.Reason) }).OrderBy(s => s.Code, StringComparer.Ordinal)];
    }

    private static string Reason(string what, string? reason) =>
        !string.IsNullOrWhiteSpace(reason) && reason.Trim().Length <= MaxReason
            ? reason.Trim()
            : throw RestingRefusals.ReasonMissing.Refuse(("what", what), ("most", MaxReason));
}
