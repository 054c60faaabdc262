using System.Net;
using System.Text.Json;
using NodaTime;
using RandomInspection.Credit;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.SampleData;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Api;

/// <summary>Every operation × every role, from the document; every step of the domain has its operation; another department's matters are not reachable.</summary>
public sealed class ApiRoleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Steps_OfTheDomain_EachHasItsOperationForItsRoles()
    {
        ILookup<string?, ApiOperation> operations = (await ApiOperation.ReadAsync(Cancellation)).ToLookup(one => one.Step);
        Assert.Empty(operations[FeedbackSteps.Give.Name]); // a rating names nobody, and an operation is kept with who sent it
        foreach (WorkStep step in DomainSteps.All.Where(step => step != FeedbackSteps.Give))
        {
            Assert.True(operations[step.Name].Any(), step.Name);
            Assert.All(operations[step.Name], one => Assert.Equal(step.Roles.Select(role => role.ToString()), one.Roles));
        }
    }

    [Fact]
    public async Task Operations_ForEveryRole_OpenToTheirOwnAlone()
    {
        await using ApiHost host = await ApiHost.StartAsync(MemoryHost.Morning);
        IReadOnlyList<ApiOperation> operations = await ApiOperation.ReadAsync(Cancellation);
        Assert.True(operations.Count > 130);
        int asked = 0;
        List<string> wrong = [];
        foreach (Role? role in Enum.GetValues<Role>().Select(one => (Role?)one).Append(null))
        {
            using HttpClient client = host.Caller(role is { } one ? ApiHost.Only(one) : null);
            string[] roles = role is null ? [] : [role.Value.ToString()];
            foreach (ApiOperation operation in operations)
            {
                using HttpRequestMessage request = operation.Request($"role-{++asked}");
                using HttpResponseMessage answer = await client.SendAsync(request, Cancellation);
                bool isOpen = operation.Roles.Count == 0 || operation.Roles.Intersect(roles).Any();
                string? code = (int)answer.StatusCode is 401 or 403 ? JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("code").GetString() : null;
                bool isRight = isOpen
                    ? answer.StatusCode != HttpStatusCode.Unauthorized && code != "RI9063"
                    : role is null ? code == "RI9055" : code == "RI9063";
                if (!isRight || (int)answer.StatusCode >= 500)
                {
                    wrong.Add($"{role} {operation.Method} {operation.Path}: {(int)answer.StatusCode} {code}");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(asked > 2000);
    }

    [Fact]
    public async Task Matters_OfAnotherDepartment_AreNotReachable()
    {
        await using ApiHost host = await ApiHost.StartAsync(MemoryHost.Morning);
        using MemoryHost way = new(host.Services);
        string visit = (await way.WithVisitsAsync())[0].Key;
        string entry = await way.Get<DishonestyWorkflow>().ProposeAsync(MemoryHost.As(Role.Inspector), (await way.Visits.FindAsync(visit, Cancellation)).Plan.SubjectCode, "事实", "依据", null, Cancellation);
        using HttpClient ecology = host.Caller("lv"), drafter = host.Caller("huan"), operating = host.Caller("qi"), supervisor = host.Caller("shen");
        foreach (string path in new[] { $"/api/v1/visits/{visit}", $"/api/v1/dishonesty/desk/{entry}", "/api/v1/tasks/P2026-001-T01/drawn-list" })
        {
            using HttpResponseMessage other = await ecology.GetAsync(path, Cancellation), sees = await supervisor.GetAsync(path, Cancellation);
            Assert.Equal((path, HttpStatusCode.NotFound, HttpStatusCode.OK), (path, other.StatusCode, sees.StatusCode));
        }

        using HttpResponseMessage list = await ecology.GetAsync("/api/v1/visits", Cancellation);
        Assert.DoesNotContain(visit, await list.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        // What only the own department does is refused to others whatever they send.
        Dictionary<string, string> ids = new(StringComparer.Ordinal) { ["visit"] = visit, ["entry"] = entry, ["department"] = SampleDepartments.Market, ["duty"] = "plan-P2026-001" };
        int refused = 0;
        long before = (await way.Ledger.HeadAsync(LedgerLog.Public, Cancellation)).Size;
        foreach (ApiOperation operation in (await ApiOperation.ReadAsync(Cancellation)).Where(one => one.Step is not null && DomainSteps.All.Single(step => step.Name == one.Step) is
        { Reach: StepReach.OwnDepartment, Roles: var roles } && roles.Intersect([Role.Drafter, Role.DrawingOperator]).Any() && one.Path.Contains('{', StringComparison.Ordinal)
            && !one.Path.Contains("special", StringComparison.Ordinal)))
        {
            HttpClient stranger = operation.Roles.Contains("Drafter") ? drafter : operating;
            using HttpRequestMessage request = operation.Request($"other-{++refused}", ids);
            using HttpResponseMessage answer = await stranger.SendAsync(request, Cancellation);
            string? code = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("code").GetString();
            Assert.True((int)answer.StatusCode is 403 or 409 or 422 && code != "RI9063", $"{operation.Id}: {answer.StatusCode} {code}");
        }

        Assert.True(refused > 20);
        Assert.All(await way.Ledger.ReadAsync(LedgerLog.Public, before, int.MaxValue, Cancellation), entry => Assert.Equal("attempt.refused", entry.Type));
    }
}
