namespace RandomInspection;

/// <summary>Whose matters a step reaches.</summary>
public enum StepReach
{
    /// <summary>本部门：only what is the person's own department's.</summary>
    OwnDepartment = 0,

    /// <summary>各部门：every department's.</summary>
    Everywhere = 1,

    /// <summary>其他部门：only what the person's own department has no part in.</summary>
    OtherDepartments = 2,

    /// <summary>本部门，及上级部门中选派本人的检查：what is the person's own department's, or one's above it.</summary>
    WithSubordinates = 3,
}
