namespace RandomInspection.Planning;

/// <summary>事由：why a task stands outside the annual plan. The first four are the notice's exceptions to drawing at random.</summary>
/// <remarks>Source: 沈政办发〔2020〕19号 一, 三(五).</remarks>
public enum TaskGround
{
    /// <summary>特殊重点领域：a special key field.</summary>
    KeyField = 0,

    /// <summary>投诉举报：complaints and reports.</summary>
    Complaint = 1,

    /// <summary>转办交办：transferred or assigned by others.</summary>
    Referral = 2,

    /// <summary>数据监测：what the data show.</summary>
    DataMonitoring = 3,

    /// <summary>上级部署：laid down by a superior.</summary>
    SuperiorOrder = 4,

    /// <summary>突发监管情况：a sudden situation.</summary>
    SuddenSituation = 5,

    /// <summary>上级计划任务：a superior's planned task, carried out or joined by a subordinate; it does not stand in the subordinate's plan.</summary>
    SuperiorTask = 6,
}

/// <summary>What a ground allows.</summary>
public static class TaskGrounds
{
    /// <summary>Whether it is one of the notice's exceptions to drawing at random (除……等情况外).</summary>
    /// <param name="ground">The ground.</param>
    public static bool IsException(this TaskGround ground) => ground <= TaskGround.DataMonitoring;
}
