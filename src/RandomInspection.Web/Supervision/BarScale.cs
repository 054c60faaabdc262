namespace RandomInspection.Web.Supervision;

/// <summary>What the bars of a chart measure.</summary>
public enum BarScale
{
    /// <summary>Shares of a whole, in per cent.</summary>
    Share = 0,

    /// <summary>Means: how many of one for one of the other.</summary>
    Mean = 1,
}
