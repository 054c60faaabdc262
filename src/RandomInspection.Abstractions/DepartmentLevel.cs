namespace RandomInspection;

/// <summary>级别：the level of the government that a department belongs to.</summary>
public enum DepartmentLevel
{
    /// <summary>市级。</summary>
    City = 0,

    /// <summary>区、县（市）级。</summary>
    District = 1,
}
