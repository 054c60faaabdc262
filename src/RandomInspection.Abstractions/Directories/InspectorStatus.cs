namespace RandomInspection.Directories;

/// <summary>Whether an inspector is there to be matched. Nobody is struck off the directory: past visits name those who made them.</summary>
public enum InspectorStatus
{
    /// <summary>In post (在岗).</summary>
    Active = 0,

    /// <summary>Left the post (离岗).</summary>
    Left = 1,
}
