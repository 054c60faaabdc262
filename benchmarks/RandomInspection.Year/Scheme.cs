using RandomInspection.Planning;

namespace RandomInspection.Year;

/// <summary>A way to draw through the year.</summary>
/// <param name="Id">Its id in the output.</param>
/// <param name="Design">The design of every task.</param>
/// <param name="Stratification">By what to stratify.</param>
/// <param name="Resting">Who counts and cannot be drawn; <see langword="null"/> if nobody rests.</param>
/// <param name="ExcludesDrawn">Whether whoever was drawn this year leaves the frame, as plain exclusion does.</param>
internal sealed record Scheme(string Id, string Design, Stratification Stratification, RestingRules? Resting = null, bool ExcludesDrawn = false)
{
    /// <summary>Subjects in every list.</summary>
    public const int Size = 300;

    private const string ByRisk = """{"kind":"fixed","size":300,"weights":{"A":1,"B":2,"C":10,"D":30}}""";
    private const string AllAlike = """{"kind":"fixed","size":300,"weights":{"A":1,"B":1,"C":1,"D":1}}""";

    private static readonly RestingRules Rules = RestingRules.Liaoning2019 with { VisitsInAll = 3 };

    /// <summary>What is compared.</summary>
    public static IReadOnlyList<Scheme> All { get; } =
    [
        new("usual", AllAlike, Stratification.None),
        new("none", ByRisk, Stratification.Region),
        new("flat", ByRisk, Stratification.Region, ExcludesDrawn: true),
        new("resting", ByRisk, Stratification.Region, Rules with { ExemptClasses = ["D"] }),
        new("restingDays", ByRisk, Stratification.Region, Rules with { ExemptClasses = ["D"], RestDays = 60 }),
        new("restingAll", ByRisk, Stratification.Region, Rules),
    ];
}
