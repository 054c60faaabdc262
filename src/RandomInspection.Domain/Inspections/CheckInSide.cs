namespace RandomInspection.Inspections;

/// <summary>Who entered the code of a visit.</summary>
public enum CheckInSide
{
    /// <summary>检查人员：an officer of the team.</summary>
    Officer = 0,

    /// <summary>被检查对象：somebody of the inspected party, without an account.</summary>
    Party = 1,
}
