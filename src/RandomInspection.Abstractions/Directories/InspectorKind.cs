namespace RandomInspection.Directories;

/// <summary>What an inspector is by the law of the post. Source: 三(四), 行政处罚法 42.</summary>
public enum InspectorKind
{
    /// <summary>A civil servant of administrative enforcement (公务员执法人员); matched on the strength of a certificate.</summary>
    Officer = 0,

    /// <summary>Other staff with an enforcement certificate (持证人员).</summary>
    CertifiedStaff = 1,

    /// <summary>Staff in daily supervision without a certificate (日常监管人员): listed and not matched.</summary>
    SupervisionStaff = 2,

    /// <summary>An expert (专家): assists where the head count of officers is met, and never counts toward it.</summary>
    Expert = 3,
}
