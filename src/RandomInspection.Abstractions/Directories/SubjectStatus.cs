namespace RandomInspection.Directories;

/// <summary>What the register says of a subject: whether it is there to be inspected.</summary>
public enum SubjectStatus
{
    /// <summary>In business (存续、在营、开业、在册).</summary>
    Active = 0,

    /// <summary>Deregistered (注销).</summary>
    Deregistered = 1,

    /// <summary>Its licence was revoked (吊销).</summary>
    Revoked = 2,

    /// <summary>Moved to the register of another region (迁出).</summary>
    MovedOut = 3,

    /// <summary>Not trading for the time being (停业、歇业).</summary>
    Suspended = 4,
}
