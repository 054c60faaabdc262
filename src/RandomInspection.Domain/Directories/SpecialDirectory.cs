namespace RandomInspection.Directories;

/// <summary>专用名录：criteria that a department saved under a name, filtered from the general directories, with every version that there was.</summary>
/// <remarks>
/// Data, not a list: who is in it follows from the directory as it is when it is asked. A command checks the rule and returns its event, which is
/// applied at once; a refused command changes nothing. Source: 沈政办发〔2020〕19号 三(三).
/// </remarks>
public sealed class SpecialDirectory
{
    /// <summary>Most characters of a name.</summary>
    public const int MaxNameLength = 50;

    /// <summary>Most characters of a reason.</summary>
    public const int MaxReasonLength = 200;

    private readonly List<SpecialDirectoryVersion> _versions = [];

    private SpecialDirectory(SpecialDirectoryEvent.Saved saved)
    {
        Id = saved.Special;
        DepartmentId = saved.DepartmentId;
        Name = saved.Name;
        _versions.Add(new SpecialDirectoryVersion(1, saved.Criteria, saved.Reason, saved.By));
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>Whose it is.</summary>
    public string DepartmentId { get; }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>The versions in order, one or more.</summary>
    public IReadOnlyList<SpecialDirectoryVersion> Versions => _versions;

    /// <summary>The version in force.</summary>
    public SpecialDirectoryVersion Current => _versions[^1];

    /// <summary>Why it is not used any more; <see langword="null"/> while it is.</summary>
    public SpecialDirectoryEvent.Retired? Retirement { get; private set; }

    /// <summary>Saves criteria under a name.</summary>
    /// <param name="special">Its id.</param>
    /// <param name="departmentId">Whose it is.</param>
    /// <param name="name">1 to 50 characters.</param>
    /// <param name="criteria">Which subjects; they leave somebody out.</param>
    /// <param name="reason">Why these, 1 to 200 characters.</param>
    /// <param name="by">Who.</param>
    /// <exception cref="InputRefusedException">A text is missing or too long (RI5030), or the criteria leave nobody out (RI5031).</exception>
    public static (SpecialDirectory Special, SpecialDirectoryEvent.Saved Event) Save(
        string special, string departmentId, string name, DirectoryCriteria criteria, string reason, string by)
    {
        SpecialDirectoryEvent.Saved saved = new(
            special, departmentId, Text(name, "名录名称", "Name", MaxNameLength), Checked(criteria), Text(reason, "理由", "Reason", MaxReasonLength), by);
        return (new SpecialDirectory(saved), saved);
    }

    /// <summary>The special directory that events tell of.</summary>
    /// <param name="events">All its events in order, <see cref="SpecialDirectoryEvent.Saved"/> first.</param>
    public static SpecialDirectory Replay(IReadOnlyList<SpecialDirectoryEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        SpecialDirectory special = new((SpecialDirectoryEvent.Saved)events[0]);
        foreach (SpecialDirectoryEvent later in events.Skip(1))
        {
            special.Apply(later);
        }

        return special;
    }

    /// <summary>Saves other criteria: the next version.</summary>
    /// <param name="criteria">Which subjects; they leave somebody out.</param>
    /// <param name="reason">Why they change, 1 to 200 characters.</param>
    /// <param name="by">Who.</param>
    /// <exception cref="InputRefusedException">It is retired (RI5033), the criteria are the same (RI5032) or leave nobody out (RI5031), or there is no reason (RI5030).</exception>
    public SpecialDirectoryEvent.Revised Revise(DirectoryCriteria criteria, string reason, string by)
    {
        RequireUsed();
        return Checked(criteria).SaysTheSameAs(Current.Criteria)
            ? throw SpecialDirectoryRefusals.Unchanged.Refuse(("special", Id), ("version", Current.Version))
            : Raise(new SpecialDirectoryEvent.Revised(Current.Version + 1, criteria, Text(reason, "理由", "Reason", MaxReasonLength), by));
    }

    /// <summary>Ends its use; tasks that used it keep their criteria.</summary>
    /// <param name="reason">Why, 1 to 200 characters.</param>
    /// <param name="by">Who.</param>
    /// <exception cref="InputRefusedException">It is retired (RI5033), or there is no reason (RI5030).</exception>
    public SpecialDirectoryEvent.Retired Retire(string reason, string by)
    {
        RequireUsed();
        return Raise(new SpecialDirectoryEvent.Retired(Text(reason, "理由", "Reason", MaxReasonLength), by));
    }

    /// <summary>A version by its number; <see langword="null"/> if there is none.</summary>
    /// <param name="version">The number, from 1.</param>
    public SpecialDirectoryVersion? Find(int version) => version >= 1 && version <= _versions.Count ? _versions[version - 1] : null;

    private static DirectoryCriteria Checked(DirectoryCriteria criteria)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return criteria.IsEverything ? throw SpecialDirectoryRefusals.LeavesNobodyOut.Refuse() : criteria;
    }

    private static string Text(string text, string chinese, string english, int most) =>
        !string.IsNullOrWhiteSpace(text) && text.Trim().Length <= most
            ? text.Trim()
            : throw SpecialDirectoryRefusals.TextMissing.Refuse(("fieldZh", chinese), ("fieldEn", english), ("most", most));

    private void RequireUsed()
    {
        if (Retirement is not null)
        {
            throw SpecialDirectoryRefusals.Retired.Refuse(("special", Id), ("name", Name));
        }
    }

    private T Raise<T>(T happened)
        where T : SpecialDirectoryEvent
    {
        Apply(happened);
        return happened;
    }

    private void Apply(SpecialDirectoryEvent happened)
    {
        switch (happened)
        {
            case SpecialDirectoryEvent.Revised revised:
                _versions.Add(new SpecialDirectoryVersion(revised.Version, revised.Criteria, revised.Reason, revised.By));
                break;
            case SpecialDirectoryEvent.Retired retired:
                Retirement = retired;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened));
        }
    }
}

/// <summary>A version of a special directory.</summary>
/// <param name="Version">Its number, from 1.</param>
/// <param name="Criteria">Which subjects.</param>
/// <param name="Reason">Why these.</param>
/// <param name="By">Who saved it.</param>
public sealed record SpecialDirectoryVersion(int Version, DirectoryCriteria Criteria, string Reason, string By);
