namespace RandomInspection.Planning;

/// <summary>What may free a whole task from resting: its subjects are inspected on a ground that does not wait.</summary>
/// <remarks>Source: 沈政办发〔2020〕19号 一 (投诉举报、转办交办、数据监测); 国办发〔2024〕54号 (special checks deployed from above).</remarks>
public enum RestingExemption
{
    /// <summary>投诉举报：a complaint or report.</summary>
    Complaint = 0,

    /// <summary>转办交办：transferred or assigned by another body.</summary>
    Transferred = 1,

    /// <summary>数据监测：a lead of data monitoring.</summary>
    Monitoring = 2,

    /// <summary>上级部署的专项检查：a special check deployed from above.</summary>
    SpecialCheck = 3,
}

/// <summary>The words for exemptions.</summary>
public static class RestingExemptionNames
{
    /// <summary>An exemption in one language.</summary>
    /// <param name="exemption">The exemption.</param>
    /// <param name="language">The language.</param>
    public static string Name(this RestingExemption exemption, Language language) => (exemption, language) switch
    {
        (RestingExemption.Complaint, Language.Chinese) => "投诉举报",
        (RestingExemption.Complaint, _) => "a complaint or report",
        (RestingExemption.Transferred, Language.Chinese) => "转办交办",
        (RestingExemption.Transferred, _) => "a matter transferred or assigned",
        (RestingExemption.Monitoring, Language.Chinese) => "数据监测",
        (RestingExemption.Monitoring, _) => "a lead of data monitoring",
        (RestingExemption.SpecialCheck, Language.Chinese) => "上级部署的专项检查",
        (RestingExemption.SpecialCheck, _) => "a special check deployed from above",
        _ => throw new ArgumentOutOfRangeException(nameof(exemption)),
    };
}
