using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Inspections;
using RandomInspection.Matching;
using RandomInspection.Planning;

namespace RandomInspection.Web.Matches;

/// <summary>The form of a match as it stands in the address: a link to it is a link to the trial.</summary>
internal sealed record MatchInput
{
    public required string From { get; init; }

    public required string To { get; init; }

    public string Officers { get; init; } = "2";

    public ImmutableArray<string> Qualifications { get; init; } = [];

    public string Regions { get; init; } = nameof(RegionRule.SubjectsRegion);

    public string Load { get; init; } = nameof(LoadPolicy.Balanced);

    public string Prior { get; init; } = nameof(PriorLoad.Ignored);

    public string Capacity { get; init; } = "";

    public string Source { get; init; } = nameof(OfficerSource.OwnDepartment);

    public string Reason { get; init; } = "";

    public string Mix { get; init; } = IInspectorMatcher.DefaultMixFactor.ToString(CultureInfo.InvariantCulture);

    /// <summary>What the form proposes.</summary>
    public static MatchInput Of(MatchRequest proposed) => new()
    {
        From = LocalDatePattern.Iso.Format(proposed.From),
        To = LocalDatePattern.Iso.Format(proposed.To),
        Qualifications = proposed.Qualifications,
    };

    /// <summary>What the planner lays down; the fields in the order of the form, so that the first that is wrong is named.</summary>
    /// <exception cref="InputRefusedException">A field is no date (RI7122) or no number (RI7121).</exception>
    public MatchRequest Request() => new(
        Day(From),
        Day(To),
        Whole(Officers, 0, 1000), // how few are lawful, and how many, the match itself says
        Qualifications,
        Chosen(Regions, RegionRule.SubjectsRegion),
        Chosen(Load, LoadPolicy.Balanced),
        Chosen(Prior, PriorLoad.Ignored),
        string.IsNullOrWhiteSpace(Capacity) ? null : Whole(Capacity, 1, MatchInspector.MaxLoad),
        string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(),
        Whole(Mix, 0, 1000),
        Chosen(Source, OfficerSource.OwnDepartment));

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text.Trim()).TryGetValue(default, out LocalDate day)
        ? day
        : throw MatchPageRefusals.NotADate.Refuse(("value", text));

    private static int Whole(string text, int least, int most) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw MatchPageRefusals.NotANumber.Refuse(("value", text), ("least", least), ("most", most));

    private static T Chosen<T>(string text, T usual)
        where T : struct, Enum => Enum.TryParse(text, out T parsed) && Enum.IsDefined(parsed) ? parsed : usual;
}
