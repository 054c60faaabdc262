namespace RandomInspection.Web.Shared;

/// <summary>What a page remarks.</summary>
public enum NoticeKind
{
    /// <summary>Something to know.</summary>
    Note = 0,

    /// <summary>Something to be careful about.</summary>
    Warning = 1,

    /// <summary>Something was done.</summary>
    Done = 2,
}
