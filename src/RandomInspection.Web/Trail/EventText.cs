using RandomInspection.Web.Shared;

namespace RandomInspection.Web.Trail;

/// <summary>Words for the events of the ledger.</summary>
internal static class EventText
{
    public static string Name(string type, Tongue tongue) => type switch
    {
        "directory.merged" => tongue.T("名录合并", "Directory merged"),
        "directory.inspectorsMerged" => tongue.T("执法检查人员名录合并", "Inspector directory merged"),
        "plan.drafted" => tongue.T("计划起草", "Plan begun"),
        "plan.taskAdded" => tongue.T("添加任务", "Task added"),
        "plan.taskRevised" => tongue.T("修改任务", "Task revised"),
        "plan.taskRemoved" => tongue.T("删除任务", "Task removed"),
        "plan.submitted" => tongue.T("计划提交", "Plan submitted"),
        "plan.returned" => tongue.T("计划退回", "Plan sent back"),
        "plan.approved" => tongue.T("计划批准", "Plan approved"),
        "task.designed" => tongue.T("设定方案", "Design set"),
        "task.frozen" => tongue.T("名单冻结", "Frame frozen"),
        "task.released" => tongue.T("名单解冻（抽取作废）", "Frame released (draw void)"),
        "draw.prepared" => tongue.T("抽取立项", "Draw prepared"),
        "draw.partyEnrolled" => tongue.T("参与方登记", "Party joined"),
        "draw.opened" => tongue.T("开启文件公布", "Opening published"),
        "draw.committed" => tongue.T("提交承诺", "Commitment received"),
        "draw.revealed" => tongue.T("揭示", "Value revealed"),
        "draw.struck" => tongue.T("剔除参与方", "Party struck out"),
        "draw.drawn" => tongue.T("抽取完成", "Drawn"),
        "draw.voidProposed" => tongue.T("提出作废", "Voiding proposed"),
        "draw.voided" => tongue.T("作废", "Voided"),
        "draw.matched" => tongue.T("匹配完成", "Matched"),
        "task.jointOffered" => tongue.T("并入联合检查", "Offered for joint visits"),
        "task.jointWithdrawn" => tongue.T("撤回联合检查", "Offer for joint visits withdrawn"),
        "task.matchFrozen" => tongue.T("匹配问题冻结", "Matching problem frozen"),
        "task.matchReleased" => tongue.T("匹配问题解冻（匹配作废）", "Matching problem released (match void)"),
        "match.seatsChanged" => tongue.T("检查组席位变动", "Seats changed"),
        "visit.planned" => tongue.T("检查组匹配产生", "Visit planned, team matched"),
        "visit.officerReplaced" => tongue.T("更换检查人员", "Officer replaced"),
        "visit.officerAssigned" => tongue.T("直接指派检查人员", "Officer assigned directly"),
        "visit.begun" => tongue.T("到场检查", "Visit begun"),
        "visit.resultEntered" => tongue.T("登记事项结果", "Result entered"),
        "visit.concluded" => tongue.T("作出检查结论", "Concluded"),
        "visit.returned" => tongue.T("检查结果退回", "Result sent back"),
        "visit.audited" => tongue.T("检查结果审核", "Result audited"),
        "visit.noticeServed" => tongue.T("送达告知书", "Notice served"),
        "visit.measureDecided" => tongue.T("登记处理措施", "Measure decided"),
        "recusal.requested" => tongue.T("申请回避", "Recusal requested"),
        "recusal.decided" => tongue.T("决定回避", "Recusal decided"),
        "disclosure.listDrawn" => tongue.T("临时任务名单产生", "List of the ad-hoc task drawn"),
        "disclosure.raised" => tongue.T("公示义务产生", "Duty to publish arose"),
        "disclosure.recomputed" => tongue.T("期限重算", "Deadline recomputed"),
        "disclosure.published" => tongue.T("已公示", "Published"),
        "calendar.noticesLoaded" => tongue.T("载入放假通知", "Holiday notice loaded"),
        _ => type,
    };
}
