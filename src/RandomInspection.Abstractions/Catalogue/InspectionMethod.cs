namespace RandomInspection.Catalogue;

/// <summary>检查方式：how an item is inspected.</summary>
public enum InspectionMethod
{
    /// <summary>现场检查：on site.</summary>
    OnSite = 0,

    /// <summary>书面检查：from documents.</summary>
    Documents = 1,

    /// <summary>抽样检测：by samples that are tested.</summary>
    Sampling = 2,

    /// <summary>网络监测：by watching the network.</summary>
    Online = 3,
}
