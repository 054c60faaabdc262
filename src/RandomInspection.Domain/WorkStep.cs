using System.Collections.Immutable;

namespace RandomInspection;

/// <summary>办理步骤：one command of a workflow as a row of the table of roles: who does it, for whom, in which states, and whose own step it must not be.</summary>
/// <remarks>Workflows take the role from here (<c>Acting.As</c>), so the table is what is done. All steps stand in <see cref="DomainSteps"/>. Source: 沈政办发〔2020〕19号 四(二).</remarks>
public sealed class WorkStep
{
    /// <summary>A step that is lawful in any state.</summary>
    /// <param name="name">Its name, for example <c>plan.approve</c>.</param>
    /// <param name="workflow">The workflow.</param>
    /// <param name="command">The name of the workflow's method; its overloads are one step.</param>
    /// <param name="chinese">What it is called in Chinese.</param>
    /// <param name="english">What it is called in English.</param>
    /// <param name="reach">Whose matters the person may act in.</param>
    /// <param name="roles">One role or more, of which one is enough; the log names the first that the person holds.</param>
    /// <exception cref="ArgumentException">No role is named.</exception>
    public WorkStep(string name, Type workflow, string command, string chinese, string english, StepReach reach, params ReadOnlySpan<Role> roles)
    {
        ArgumentOutOfRangeException.ThrowIfZero(roles.Length, nameof(roles));
        Name = name;
        Workflow = workflow;
        Command = command;
        Chinese = chinese;
        English = english;
        Reach = reach;
        Roles = [.. roles];
    }

    /// <summary>Its name, for example <c>plan.approve</c>.</summary>
    public string Name { get; }

    /// <summary>The workflow.</summary>
    public Type Workflow { get; }

    /// <summary>The name of the workflow's method.</summary>
    public string Command { get; }

    /// <summary>What it is called in Chinese.</summary>
    public string Chinese { get; }

    /// <summary>What it is called in English.</summary>
    public string English { get; }

    /// <summary>Whose matters the person may act in.</summary>
    public StepReach Reach { get; }

    /// <summary>The roles of which one is enough; the log names the first that the person holds.</summary>
    public ImmutableArray<Role> Roles { get; }

    /// <summary>The states of its matter in which it is lawful, all of one enumeration; empty where it begins a matter or what it needs is no state.</summary>
    public ImmutableArray<Enum> States { get; init; } = [];

    /// <summary>How it is refused in another state; empty where <see cref="States"/> is.</summary>
    public ImmutableArray<RefusalDefinition> WrongState { get; init; } = [];

    /// <summary>四眼：whose own step it must not be; empty where nobody's comes before.</summary>
    public ImmutableArray<FourEyes> FourEyes { get; init; } = [];

    /// <summary>The names of the events that it writes, for example <c>plan.approved</c>; consequences are not among them.</summary>
    public ImmutableArray<string> Events { get; init; } = [];

    /// <summary>What it is called, in one language.</summary>
    /// <param name="language">The language.</param>
    public string Title(Language language) => language == Language.Chinese ? Chinese : English;

    /// <summary>The first role of the step that a person holds.</summary>
    /// <param name="person">The person.</param>
    /// <exception cref="InputRefusedException">The person holds none of them (RI2013).</exception>
    public Role RoleOf(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        foreach (Role role in Roles)
        {
            if (person.Roles.Contains(role))
            {
                return role;
            }
        }

        throw Refused(person.Id);
    }

    /// <summary>Lets an actor pass who acts in one of the step's roles, and the host itself.</summary>
    /// <param name="actor">Who acts.</param>
    /// <exception cref="InputRefusedException">The actor acts in another role (RI2013).</exception>
    public void Require(Ledger.Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (actor != Ledger.Actor.System && !Roles.Contains(actor.Role))
        {
            throw Refused(actor.PersonId);
        }
    }

    /// <inheritdoc />
    public override string ToString() => Name;

    private InputRefusedException Refused(string person) => StepRefusals.RoleNeeded.Refuse(
        ("person", person),
        ("role", string.Join(", ", Roles)),
        ("roleZh", string.Join("”或“", Roles.Select(role => StateWords.Of(role).Chinese))),
        ("roleEn", string.Join("\" or \"", Roles.Select(role => StateWords.Of(role).English))));
}
