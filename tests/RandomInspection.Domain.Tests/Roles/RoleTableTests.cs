using System.Reflection;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Tests.Acceptance;
using RandomInspection.Tests.Conventions;

namespace RandomInspection.Tests.Roles;

/// <summary>岗位与步骤：the table of roles is what the workflows do: every cell of step × role × state is carried out over the store in memory.</summary>
public sealed class RoleTableTests
{
    /// <summary>What follows and steers a computation elsewhere, by the role of the step that began it: the log does not change.</summary>
    private static readonly string[] Steering = ["DrawWorkflow.ProgressAsync", "DrawWorkflow.CancelElsewhereAsync", "DrawWorkflow.ResumeElsewhereAsync"];

    public static TheoryData<string> Steps => new(DomainSteps.All.Select(step => step.Name));

    public static TheoryData<string> StepsOfOneDepartment => new(DomainSteps.All.Where(step => step.Reach is StepReach.OwnDepartment or StepReach.WithSubordinates && !BeginsInOwn(step)).Select(step => step.Name));

    [Fact]
    public void All_Workflows_EveryCommandOfAPersonIsAStep()
    {
        IEnumerable<string> commands = typeof(DrawEngine).Assembly.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Workflow", StringComparison.Ordinal) || type == typeof(PersonalErasures))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters() is [{ ParameterType: var first }, ..] && (first == typeof(Acting) || first == typeof(Actor)))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}").Distinct().Except(Steering).Order(StringComparer.Ordinal);
        Assert.Equal(commands, DomainSteps.All.Select(step => $"{step.Workflow.Name}.{step.Command}").Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(DomainSteps.All.Select(step => step.Name).Order(StringComparer.Ordinal), StepScene.All.Keys.Order(StringComparer.Ordinal));
        Assert.Distinct(DomainSteps.All.Select(step => step.Name));
    }

    [Fact]
    public void All_StaticSteps_NoneLeftOut()
    {
        IEnumerable<WorkStep> declared = typeof(DomainSteps).Assembly.GetExportedTypes().Where(type => type.Name.EndsWith("Steps", StringComparison.Ordinal))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static)).Where(property => property.PropertyType == typeof(WorkStep))
            .Select(property => (WorkStep)property.GetValue(null)!);
        Assert.Equal(declared.Select(step => step.Name).Order(StringComparer.Ordinal), DomainSteps.All.Select(step => step.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Events_All_WrittenByAStepOrAConsequence()
    {
        string[] written = [.. DomainSteps.All.SelectMany(step => step.Events).Distinct()];
        Assert.Empty(written.Intersect(DomainSteps.Consequences));
        Assert.Equal(DomainEvents.Codec.Types.Keys.Order(StringComparer.Ordinal), written.Concat(DomainSteps.Consequences).Order(StringComparer.Ordinal));
        Assert.Empty(DomainSteps.All.SelectMany(step => step.FourEyes).SelectMany(eyes => eyes.Events).Except(written));
    }

    [Fact]
    public void Source_Workflows_TakeRolesFromTheTable() => Assert.Empty(
        SourceFile.Of("Domain").Where(file => file.Text.Contains(".As(Role.", StringComparison.Ordinal) || file.Text.Contains("Roles.Contains(Role.", StringComparison.Ordinal)).Select(file => file.Path));

    [Fact]
    public void All_WrongStates_NamedWhereThereAreStates()
    {
        Assert.All(DomainSteps.All, step => Assert.Equal((step.Name, step.States.IsEmpty), (step.Name, step.WrongState.IsEmpty)));
        Assert.All(DomainSteps.All, step => Assert.True(step.States.Select(state => state.GetType()).Distinct().Count() <= 1, step.Name));
        Assert.All(DomainSteps.All.SelectMany(step => step.States), state => Assert.NotEmpty(StateWords.Of(state).Chinese));
    }

    [Fact]
    public void Scenes_WithoutStates_NameTheWrongTimeOrAreLawfulAtAnyTime() => Assert.Equal(
        DomainSteps.All.Where(step => step.States.IsEmpty).Select(step => step.Name).Order(StringComparer.Ordinal),
        StepScene.All.Where(scene => scene.Value.Wrong.Count > 0).Select(scene => scene.Key).Concat(StepScene.AtAnyTime).Order(StringComparer.Ordinal));

    /// <summary>Every cell: whoever lacks the role is refused by RI2013 in every state, whoever holds it in a wrong state by a code of the step; only what is left is done.</summary>
    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Step_EveryRoleInEveryState_DoneOrRefusedAndNothingWritten(string name)
    {
        WorkStep step = DomainSteps.All.Single(s => s.Name == name);
        StepScene scene = StepScene.All[name];
        (string Place, string[] Codes)[] places = [.. PlacesOf(step, scene)];
        Assert.Contains(places, place => place.Codes.Length == 0);
        foreach ((string place, string[] codes) in places)
        {
            // What is refused leaves the host as it was: one serves all who are refused.
            using MemoryHost refusing = await StepPlaces.AtAsync(place);
            foreach (Role role in Enum.GetValues<Role>())
            {
                if (!step.Roles.Contains(role))
                {
                    Acting other = await InRoleAsync(scene, refusing, role);
                    Refusal refusal = await refusing.RefusedAsync(["RI2013"], () => scene.Run(refusing, other));
                    Assert.Equal(string.Join(", ", step.Roles), refusal["role"]);
                }
                else if (codes.Length > 0)
                {
                    Acting early = await InRoleAsync(scene, refusing, role);
                    await refusing.RefusedAsync(codes, () => scene.Run(refusing, early));
                }
                else
                {
                    await IsDoneAsync(step, scene, place, role);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(StepsOfOneDepartment))]
    public async Task Step_OtherDepartment_RI2012(string name)
    {
        StepScene scene = StepScene.All[name];
        using MemoryHost host = await StepPlaces.AtAsync(scene.Place);
        Acting acting = await InRoleAsync(scene, host, DomainSteps.All.Single(s => s.Name == name).Roles[0]);
        await host.RefusedAsync(["RI2012"], () => scene.Run(host, acting with { Person = acting.Person with { DepartmentId = "elsewhere" } }));
    }

    /// <summary>A place for each state of the step's matter; no codes where it is lawful.</summary>
    private static IEnumerable<(string Place, string[] Codes)> PlacesOf(WorkStep step, StepScene scene)
    {
        if (step.States.IsEmpty)
        {
            return [(scene.Place, []), .. scene.Wrong.Select(wrong => (wrong.Key, (string[])[wrong.Value]))];
        }

        string[] codes = [.. step.WrongState.Select(refusal => refusal.Code)];
        IReadOnlyDictionary<Enum, string> places = step == MatchSteps.Match ? StepPlaces.Match : StepPlaces.States;
        return from state in Enum.GetValues(step.States[0].GetType()).Cast<Enum>().Except(scene.Never)
               select (scene.Places.TryGetValue(state, out string? place) ? place : places[state], step.States.Contains(state) ? [] : codes);
    }

    private static async Task IsDoneAsync(WorkStep step, StepScene scene, string place, Role role)
    {
        using MemoryHost host = await StepPlaces.AtAsync(place);
        Acting acting = await InRoleAsync(scene, host, role);
        LedgerEntry[] before = await host.EntriesAsync();
        await scene.Run(host, acting);
        LedgerEntry[] written = [.. (await host.EntriesAsync()).ExceptBy(before.Select(e => (e.Log, e.Sequence)), e => (e.Log, e.Sequence))];
        LedgerEntry[] own = [.. written.Where(e => step.Events.Contains(e.Type))];
        Assert.NotEmpty(own);
        Assert.All(own, e => Assert.Equal(role, e.Actor.Role));
        await host.IsSoundAsync();
    }

    /// <summary>Whether a step begins a matter that is the person's own department's by itself.</summary>
    private static bool BeginsInOwn(WorkStep step) => step.Name is "plan.begin" or "plan.beginAdHoc" or "plan.beginSurprise" or "dishonesty.propose" or "special.save";

    private static async Task<Acting> InRoleAsync(StepScene scene, MemoryHost host, Role role)
    {
        Acting acting = await scene.By(host);
        return acting with { Person = acting.Person with { Roles = [role] } };
    }
}
