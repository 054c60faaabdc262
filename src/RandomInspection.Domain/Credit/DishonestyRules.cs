using RandomInspection.Calendars;
using RandomInspection.Directories;

namespace RandomInspection.Credit;

/// <summary>How a dishonesty list is kept (违法失信名单的列入、移出、公示条件): data, another city's or another system's is another set.</summary>
/// <remarks>Publication's deadlines stand with the others in <see cref="DisclosureRules"/>: an entry's, and the taking down of one that has left.</remarks>
public sealed record DishonestyRules
{
    private static readonly LegalBasis Measures = new("市场监督管理严重违法失信名单管理办法（总局令第44号）");

    /// <summary>How lists are kept by 总局令第44号, which other systems follow where they have no norm of their own.</summary>
    public static DishonestyRules MarketRegulation2021 { get; } = new();

    /// <summary>The set's name.</summary>
    public string Name { get; init; } = "market-regulation-2021";

    /// <summary>How long the subject may state and defend after it was told: five working days.</summary>
    /// <remarks>Source: 市场监督管理行政处罚程序规定 64, 总局令第44号 13 (the same steps as for a penalty).</remarks>
    public LegalPeriod StatementPeriod { get; init; } = new LegalPeriod.WorkingDays(5, new LegalBasis("市场监督管理行政处罚程序规定", "64"));

    /// <summary>How long an entry stands and is published, if it does not leave earlier: three years.</summary>
    public LegalPeriod.Months Stands { get; init; } = new(36, Article("21"), LastDayRule.Stays);

    /// <summary>How long it stands before the subject may ask to leave by repair: one year.</summary>
    public LegalPeriod.Months StandsBeforeRepair { get; init; } = new(12, Article("16"), LastDayRule.Stays);

    /// <summary>How soon a request to leave by repair is decided: fifteen working days.</summary>
    public LegalPeriod DecideRepair { get; init; } = new LegalPeriod.WorkingDays(15, Article("17"));

    /// <summary>Whether the superior authority must consent.</summary>
    /// <remarks>Source: 总局令第44号 22, for county and city authorities.</remarks>
    public SuperiorConsent Consent { get; init; } = SuperiorConsent.Needed;

    /// <summary>As which credit class a subject that is listed counts in draws.</summary>
    /// <remarks>Source: 沈政办发〔2020〕19号 三(十) (对违法失信者“重点严查”); 总局令第44号 15(二) (重点监管对象，提高检查频次).</remarks>
    /// <exception cref="ArgumentException">It is no credit class.</exception>
    public string CountsAs
    {
        get;
        init => field = Subject.IsCreditClass(value) ? value : throw new ArgumentException($"\"{value}\" is no credit class.", nameof(CountsAs));
    } = "D";

    private static LegalBasis Article(string article) => new(Measures.Instrument, article);
}

/// <summary>Whether entering somebody needs the superior authority's consent (上一级同意).</summary>
public enum SuperiorConsent
{
    /// <summary>It does.</summary>
    Needed = 0,

    /// <summary>It does not.</summary>
    NotNeeded = 1,
}
