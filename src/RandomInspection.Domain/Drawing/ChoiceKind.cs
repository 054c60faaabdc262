namespace RandomInspection.Drawing;

/// <summary>What is drawn where subjects or inspectors cannot be (检查对象不适用随机抽取或检查人员无法随机分配的).</summary>
/// <remarks>Source: 沈政办发〔2020〕19号 一.</remarks>
public enum ChoiceKind
{
    /// <summary>检查时间：days.</summary>
    Time = 0,

    /// <summary>检查内容：items.</summary>
    Content = 1,

    /// <summary>检查方式：methods.</summary>
    Method = 2,

    /// <summary>检查区域：regions.</summary>
    Area = 3,

    /// <summary>批次次序：in which order batches go where all are inspected (检查比例100%).</summary>
    Order = 4,
}
