namespace RandomInspection.Web.Directories;

/// <summary>What an inspector's certificates are worth on a day.</summary>
public enum CertificateState
{
    /// <summary>There is none.</summary>
    None = 0,

    /// <summary>One is valid, and stays so for longer than <see cref="CertificateStates.SoonDays"/> days.</summary>
    Valid = 1,

    /// <summary>One is valid, the last of them for <see cref="CertificateStates.SoonDays"/> days at most.</summary>
    EndsSoon = 2,

    /// <summary>The last has ended.</summary>
    Expired = 3,

    /// <summary>The first begins later.</summary>
    NotYet = 4,
}
