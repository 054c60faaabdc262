namespace RandomInspection.Exchange;

/// <summary>What messages say: the names of their types. A name once used keeps its meaning.</summary>
public static class ExchangeTypes
{
    /// <summary>公示：something was published; its payload is <see cref="PublicationMessages"/>'s.</summary>
    public const string Publication = "cn.random-inspection.publication.v1";

    /// <summary>监管对象（全量或增量）：subjects as the sender's directory has them; what it does not name stays as it is.</summary>
    public const string Subjects = "cn.random-inspection.subjects.v1";

    /// <summary>检查结果：results that were entered in a department's own system.</summary>
    public const string Results = "cn.random-inspection.results.v1";
}
