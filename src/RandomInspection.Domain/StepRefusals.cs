namespace RandomInspection;

/// <summary>What every step of a workflow may refuse: RI2012 and RI2013.</summary>
public static class StepRefusals
{
    /// <summary>A person belongs to another department than the matter.</summary>
    public static RefusalDefinition OtherDepartment { get; } = new(
        "RI2012",
        "{person} 不属于承办部门 {department}。",
        "{person} does not belong to {department}, the department in charge.",
        "请由本部门人员办理。",
        "Let a person of that department do it.",
        null);

    /// <summary>A person does not hold the role that a step needs.</summary>
    public static RefusalDefinition RoleNeeded { get; } = new(
        "RI2013",
        "办理此步骤须有“{roleZh}”岗位，{person} 没有。",
        "This step needs the role \"{roleEn}\", which {person} does not hold.",
        "请由具备该岗位的人员登录办理。",
        "Let a person who holds the role sign in.",
        null);
}
