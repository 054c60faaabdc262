namespace RandomInspection.SampleData;

/// <summary>How an item is inspected.</summary>
public enum SampleMethod
{
    /// <summary>On site (现场检查).</summary>
    OnSite = 0,

    /// <summary>From documents (书面检查).</summary>
    Documents = 1,

    /// <summary>By samples that are tested (抽样检测).</summary>
    Sampling = 2,

    /// <summary>By watching the network (网络监测).</summary>
    Online = 3,
}
