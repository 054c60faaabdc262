namespace RandomInspection.Orleans;

/// <summary>How far a partition is in its draw's step.</summary>
public enum PartitionStep
{
    /// <summary>Nobody works on it yet.</summary>
    Due,

    /// <summary>A silo has it behind others.</summary>
    Waiting,

    /// <summary>A silo reads it.</summary>
    Working,

    /// <summary>Its answer is in.</summary>
    Done,

    /// <summary>It was refused or its silo is gone; it is tried again elsewhere.</summary>
    Failed,
}
