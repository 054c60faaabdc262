using System.Collections.Immutable;
using System.Reflection;
using Xunit;

namespace RandomInspection.TestKit.Xunit;

/// <summary>Whether every implementation of a port has a suite that proves it.</summary>
public static class SuiteCompleteness
{
    /// <summary>The implementations without a suite, and the suites that prove nothing that is there; empty if all is proved.</summary>
    /// <param name="suites">The assembly with the suites, each with its <see cref="ProvesAttribute"/>.</param>
    /// <param name="implementations">The assemblies with the implementations.</param>
    /// <returns>A line each, in the order of names.</returns>
    public static ImmutableArray<string> Gaps(Assembly suites, params IEnumerable<Assembly> implementations)
    {
        ArgumentNullException.ThrowIfNull(suites);
        ArgumentNullException.ThrowIfNull(implementations);
        HashSet<(string Port, string Type)> proved =
        [
            .. suites.GetTypes().Where(type => !type.IsAbstract)
                .SelectMany(type => type.GetCustomAttributes<ProvesAttribute>().Select(proves => (PortOf(type), proves.TypeName))),
        ];
        (string Port, string Type)[] due =
        [
            .. implementations.SelectMany(assembly => assembly.GetTypes())
                .Where(type => type is { IsClass: true, IsAbstract: false })
                .SelectMany(type => Contracts.All.Where(contract => type.IsAssignableTo(contract.Port)).Select(contract => (contract.Port.Name, type.FullName!))),
        ];
        return
        [
            .. due.Except(proved).Select(gap => $"{gap.Type} implements {gap.Port} and has no suite.")
                .Concat(proved.Except(due).Select(idle => $"A suite of {idle.Port} proves {idle.Type}, which is not there or does not implement it."))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Fails a test if an implementation has no suite.</summary>
    /// <param name="suites">The assembly with the suites.</param>
    /// <param name="implementations">The assemblies with the implementations.</param>
    public static void Check(Assembly suites, params IEnumerable<Assembly> implementations)
    {
        ImmutableArray<string> gaps = Gaps(suites, implementations);
        if (!gaps.IsEmpty)
        {
            Assert.Fail(string.Join('\n', gaps));
        }
    }

    /// <summary>The port of the contract whose suite a class derives from: <see cref="LedgerSuite"/> is that of <see cref="Contracts.Ledger"/>.</summary>
    private static string PortOf(Type suite)
    {
        for (Type? type = suite; type is not null; type = type.BaseType)
        {
            if (type.Assembly == typeof(SuiteCompleteness).Assembly && !type.IsGenericType)
            {
                return ((ConformanceContract)typeof(Contracts).GetProperty(type.Name[..^"Suite".Length])!.GetValue(null)!).Port.Name;
            }
        }

        throw new InvalidOperationException($"{suite} derives from none of the suites.");
    }
}
