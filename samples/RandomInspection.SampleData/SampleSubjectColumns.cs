namespace RandomInspection.SampleData;

/// <summary>Which columns a written file of subjects has.</summary>
public enum SampleSubjectColumns
{
    /// <summary>The eight columns of a Shenyang export, 统一社会信用代码 to 经营范围, and 标签; without the status.</summary>
    ShenyangExport = 0,

    /// <summary>Those, and 登记状态 at the end.</summary>
    WithStatus = 1,
}
