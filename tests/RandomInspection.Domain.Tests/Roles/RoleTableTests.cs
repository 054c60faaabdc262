using System.Reflection;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Tests.Acceptance;
using RandomInspection.Tests.Conventions;

namespace RandomInspection.Tests.Roles;

/// <summary>岗位与步骤：the table of roles is what the workflows do: every cell of role × step and of step × state is carried out over the store in memory.</summary>
public sealed class RoleTableTests
{
    public static TheoryData<string> Steps => new(DomainSteps.All.Select(step => step.Name));

    public static TheoryData<string> StepsOfStates => new(DomainSteps.All.Where(step => !step.States.IsEmpty).Select(step => step.Name));

    public static TheoryData<string> StepsOfOneDepartment => new(DomainSteps.All.Where(step => step.Reach is StepReach.OwnDepartment or StepReach.WithSubordinates && !BeginsInOwn(step)).Select(step => step.Name));

    [Fact]
    public void All_Workflows_EveryCommandOfAPersonIsAStep()
    {
        IEnumerable<string> commands = typeof(DrawEngine).Assembly.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Workflow", StringComparison.Ordinal) || type == typeof(PersonalErasures))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => method.GetParameters() is [{ ParameterType: var first }, ..] && (first == typeof(Acting) || first == typeof(Actor)))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}").Distinct().Order(StringComparer.Ordinal);
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

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Step_EveryRole_DoneOrRI2013(string name)
    {
        WorkStep step = DomainSteps.All.Single(s => s.Name == name);
        StepScene scene = StepScene.All[name];
        foreach (Role role in Enum.GetValues<Role>())
        {
            using MemoryHost host = await StepPlaces.AtAsync(scene.Place);
            Acting acting = await InRoleAsync(scene, host, role);
            if (!step.Roles.Contains(role))
            {
                Refusal refusal = await host.RefusedAsync(["RI2013"], () => scene.Run(host, acting));
                Assert.Equal(string.Join(", ", step.Roles), refusal["role"]);
                continue;
            }

            LedgerEntry[] before = await host.EntriesAsync();
            await scene.Run(host, acting);
            LedgerEntry[] written = [.. (await host.EntriesAsync()).ExceptBy(before.Select(e => (e.Log, e.Sequence)), e => (e.Log, e.Sequence))];
            LedgerEntry[] own = [.. written.Where(e => step.Events.Contains(e.Type))];
            Assert.NotEmpty(own);
            Assert.All(own, e => Assert.Equal(role, e.Actor.Role));
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

    [Theory]
    [MemberData(nameof(StepsOfStates))]
    public async Task Step_EveryState_DoneOrRefusedByTheNamedCodes(string name)
    {
        WorkStep step = DomainSteps.All.Single(s => s.Name == name);
        StepScene scene = StepScene.All[name];
        string[] codes = [.. step.WrongState.Select(refusal => refusal.Code)];
        IReadOnlyDictionary<Enum, string> places = name == "match.match" ? StepPlaces.Match : StepPlaces.States;
        foreach (Enum state in Enum.GetValues(step.States[0].GetType()).Cast<Enum>().Except(scene.Never))
        {
            bool lawful = step.States.Contains(state);
            using MemoryHost host = await StepPlaces.AtAsync(scene.Places.TryGetValue(state, out string? place) ? place : places[state]);
            Acting acting = await InRoleAsync(scene, host, step.Roles[0]);
            if (lawful)
            {
                await scene.Run(host, acting);
            }
            else
            {
                await host.RefusedAsync(codes, () => scene.Run(host, acting));
            }
        }
    }

    /// <summary>Whether a step begins a matter that is the person's own department's by itself.</summary>
    private static bool BeginsInOwn(WorkStep step) => step.Name is "plan.begin" or "plan.beginAdHoc" or "plan.beginSurprise" or "dishonesty.propose" or "special.save";

    private static async Task<Acting> InRoleAsync(StepScene scene, MemoryHost host, Role role)
    {
        Acting acting = await scene.By(host);
        return acting with { Person = acting.Person with { Roles = [role] } };
    }
}
