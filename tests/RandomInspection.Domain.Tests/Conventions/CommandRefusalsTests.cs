using System.Collections;
using System.Reflection;
using System.Text;
using RandomInspection.Drawing;
using RandomInspection.Tests.Ledger;

namespace RandomInspection.Tests.Conventions;

/// <summary>
/// Whatever is asked of whatever an event can make of an aggregate: each argument once as it should be and once as nobody would want it.
/// What is refused names its field and its state in both languages, and stands in <c>command-refusals.tsv</c>; with RI_WRITE_DOCS=1 the test writes it.
/// </summary>
public sealed class CommandRefusalsTests
{
    private const int MostStates = 40, MostTries = 100;

    public static TheoryData<string> Aggregates() => [.. Types().Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Aggregates))]
    public void Commands_AnyStateAndArgument_RefusedInWholeSentences(string name)
    {
        Type aggregate = Types().Single(type => type.Name == name);
        SortedDictionary<string, SortedSet<string>> by = new(StringComparer.Ordinal);
        foreach (object[] events in Histories(aggregate))
        {
            foreach (MethodInfo command in Commands(aggregate))
            {
                foreach ((string said, object?[] arguments) in Arguments(aggregate, events, command))
                {
                    if (Refused(command, Replay(aggregate, events)!, arguments) is { } refusal)
                    {
                        string line = $"{name}.{command.Name}\t{Described(refusal)}";
                        (by.TryGetValue(line, out SortedSet<string>? known) ? known : by[line] = new(StringComparer.Ordinal)).Add(said);
                    }
                }
            }
        }

        StoredTable.Is(
            "Conventions/command-refusals.tsv",
            line => line.StartsWith($"{name}.", StringComparison.Ordinal),
            by.Select(line => $"{line.Key}\t{(line.Value.Contains("") ? "whatever is asked" : string.Join(", ", line.Value))}"));
    }

    private static IEnumerable<Type> Types() =>
        from type in typeof(DrawEngine).Assembly.GetTypes()
        where type.GetMethod("Replay", BindingFlags.Static | BindingFlags.Public) is { } replay && replay.ReturnType == type
            && replay.GetParameters() is [.. var id, { ParameterType.IsGenericType: true }] && id.All(parameter => parameter.ParameterType == typeof(string))
        orderby type.Name
        select type;

    private static MethodInfo[] Commands(Type aggregate) =>
        [.. aggregate.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(method => method is { IsSpecialName: false, IsPrivate: false, IsGenericMethod: false } && method.Name != "Replay" && method.GetParameters().All(parameter => !parameter.ParameterType.IsByRef))
            .OrderBy(method => method.ToString(), StringComparer.Ordinal)];

    /// <summary>Sequences of sampled events that the aggregate can be made of, one for each outward state.</summary>
    private static List<object[]> Histories(Type aggregate)
    {
        Type events = EventsOf(aggregate);
        object[] samples = [.. EventSamples.All.Where(events.IsInstanceOfType)];
        Dictionary<string, object[]> found = [];
        Queue<object[]> waiting = new([[]]);
        if (Replay(aggregate, []) is { } blank)
        {
            found.Add(Outward(blank), []);
        }

        while (found.Count < MostStates && waiting.TryDequeue(out object[]? before))
        {
            foreach (object sample in samples)
            {
                object[] after = [.. before, sample];
                if (Replay(aggregate, after) is { } made && found.TryAdd(Outward(made), after))
                {
                    waiting.Enqueue(after);
                }
            }
        }

        return [.. found.Values];
    }

    private static Type EventsOf(Type aggregate) => aggregate.GetMethod("Replay")!.GetParameters()[^1].ParameterType.GetGenericArguments()[0];

    private static object? Replay(Type aggregate, object[] events)
    {
        MethodInfo replay = aggregate.GetMethod("Replay")!;
        IList list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(EventsOf(aggregate)))!;
        Array.ForEach(events, happened => list.Add(happened));
        try
        {
            return replay.Invoke(null, [.. replay.GetParameters().Select(parameter => parameter.ParameterType == typeof(string) ? "P2026-001-T01" : (object)list)]);
        }
        catch (TargetInvocationException)
        {
            // No history begins or goes on so.
            return null;
        }
    }

    private static string Outward(object aggregate)
    {
        StringBuilder text = new();
        foreach (PropertyInfo property in aggregate.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
        {
            try
            {
                text.Append(property.GetValue(aggregate) switch { string value => value, ICollection many => $"{many.Count}", null => "-", var value => value.ToString() }).Append('\n');
            }
            catch (TargetInvocationException)
            {
                text.Append("?\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The usual ones and, if there are such, some that are carried out; then one after the other as it should not be.</summary>
    private static IEnumerable<(string Said, object?[] Arguments)> Arguments(Type aggregate, object[] events, MethodInfo command)
    {
        ParameterInfo[] parameters = command.GetParameters();
        object?[][] values = [.. parameters.Select(ArgumentSamples.Of)];
        if (values.Any(of => of.Length == 0))
        {
            yield break;
        }

        object?[] usual = [.. values.Select(of => of[0])];
        yield return ("", usual);
        foreach (object?[] from in (object?[][])[usual, .. CarriedOut(aggregate, events, command, usual)])
        {
            for (int i = 0; i < values.Length; i++)
            {
                for (int other = 0; other < values[i].Length; other++)
                {
                    if (!Equals(values[i][other], from[i]))
                    {
                        yield return ($"{parameters[i].Name} {ArgumentSamples.Said(values[i][other]) ?? $"#{other}"}", [.. from[..i], values[i][other], .. from[(i + 1)..]]);
                    }
                }
            }
        }
    }

    /// <summary>The usual arguments with people and things that the events name, so that the command is carried out.</summary>
    private static IEnumerable<object?[]> CarriedOut(Type aggregate, object[] events, MethodInfo command, object?[] usual)
    {
        string[] named = [.. ArgumentSamples.StringsOf(events).Append("ren").Distinct(StringComparer.Ordinal).Take(24)];
        int[] texts = [.. Enumerable.Range(0, usual.Length).Where(i => usual[i] is string)];
        System.Random random = new(1);
        for (int tries = 0; tries < (texts.Length == 0 ? 0 : MostTries); tries++)
        {
            object?[] arguments = [.. usual];
            Array.ForEach(texts, i => arguments[i] = named[random.Next(named.Length)]);
            if (IsCarriedOut(command, Replay(aggregate, events)!, arguments))
            {
                return [arguments];
            }
        }

        return [];
    }

    private static bool IsCarriedOut(MethodInfo command, object aggregate, object?[] arguments)
    {
        try
        {
            command.Invoke(aggregate, arguments);
            return true;
        }
        catch (TargetInvocationException)
        {
            return false;
        }
    }

    private static Refusal? Refused(MethodInfo command, object aggregate, object?[] arguments)
    {
        try
        {
            if (command.Invoke(aggregate, arguments) is IEnumerable many and not string)
            {
                foreach (object? _ in many)
                {
                }
            }

            return null;
        }
        catch (TargetInvocationException thrown)
        {
            switch (thrown.InnerException)
            {
                case InputRefusedException refused:
                    return refused.Refusal;
                case TransitionRefusedException refused:
                    Assert.Equal(refused.Command, refused.Refusal["commandEn"]);
                    return refused.Refusal;
                default:
                    // A slip of the program, not of a person: other tests look at these.
                    return null;
            }
        }
    }

    private static string Described(Refusal refusal)
    {
        foreach (Language language in Enum.GetValues<Language>())
        {
            Assert.DoesNotMatch("\\{[a-z][A-Za-z]*\\}", refusal.Reason(language) + refusal.Remedy(language));
        }

        // Ids, days and numbers are the samples' own.
        return $"{refusal.Code}\t{string.Join('\t', refusal.Values.Where(value => value.Key.EndsWith("Zh", StringComparison.Ordinal) || value.Key.EndsWith("En", StringComparison.Ordinal)).Select(value => $"{value.Key}={value.Value}"))}".TrimEnd('\t');
    }
}
