using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using NodaTime;
using RandomInspection.Tests.Ledger;

namespace RandomInspection.Tests.Conventions;

/// <summary>Values for a parameter: first the usual one, then such as nobody would want.</summary>
internal static class ArgumentSamples
{
    private static readonly int[] Lengths = [20, 21, 60, 61, 100, 101, 200, 201, 500, 501];
    private static readonly LocalDate Today = new(2026, 11, 23);
    private static readonly Dictionary<Type, List<object>> Sampled = Collect(EventSamples.All);

    public static object?[] Of(ParameterInfo parameter)
    {
        object?[] values = Of(parameter.ParameterType);
        bool mayBeNull = Nullable.GetUnderlyingType(parameter.ParameterType) is not null
            || (!parameter.ParameterType.IsValueType && new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable);
        return mayBeNull ? [.. values, null] : values;
    }

    /// <summary>The people and things that events name.</summary>
    public static IEnumerable<string> StringsOf(IEnumerable<object> events) => Collect(events).GetValueOrDefault(typeof(string), []).Cast<string>();

    /// <summary>A value in short; <see langword="null"/> if its place among the samples says more.</summary>
    public static string? Said(object? value) => value switch
    {
        null => "null",
        string { Length: > 19 } text => $"{text.Length} characters",
        string text => $"\"{text.Replace("\t", "\\t", StringComparison.Ordinal)}\"",
        LocalDate day => $"{day:uuuu-MM-dd}",
        Enum or int or long or bool => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}"),
        ICollection { Count: 0 } => "nothing",
        _ => null,
    };

    public static object?[] Of(Type type)
    {
        Type of = Nullable.GetUnderlyingType(type) ?? type;
        return of switch
        {
            _ when of == typeof(string) => ["ren", "", " \t", .. Lengths.Select(length => new string('长', length)), .. Some(of, 6)],
            _ when of == typeof(LocalDate) => [Today, new LocalDate(1990, 1, 1), new LocalDate(2099, 12, 31), Today.PlusDays(-1), Today.PlusDays(1)],
            _ when of == typeof(Instant) => [Instant.FromUtc(2026, 11, 23, 1, 2, 3), Instant.FromUtc(1990, 1, 1, 0, 0), Instant.FromUtc(2099, 1, 1, 0, 0)],
            _ when of == typeof(int) => [1, 0, -1, 1_000_000],
            _ when of == typeof(long) => [1L, 0L, -1L],
            _ when of == typeof(bool) => [true, false],
            _ when of.IsEnum => [.. Enum.GetValues(of).Cast<object>()],
            _ when Element(of) is { } element => Many(of, Of(element)),
            _ when typeof(Delegate).IsAssignableFrom(of) => [],
            _ => Some(of, 4).ToArray() is { Length: > 0 } sampled ? sampled : [.. Named(of), .. Made(of)],
        };
    }

    private static IEnumerable<object> Some(Type type, int most) => Sampled.Where(known => type.IsAssignableFrom(known.Key)).SelectMany(known => known.Value).Take(most);

    /// <summary>What a type names itself, a city's rules for example.</summary>
    private static IEnumerable<object> Named(Type type) =>
        type.GetProperties(BindingFlags.Static | BindingFlags.Public).Where(property => type.IsAssignableFrom(property.PropertyType)).Select(property => property.GetValue(null)!);

    /// <summary>One made of usual values, if such make one.</summary>
    private static IEnumerable<object> Made(Type type)
    {
        if (type.Assembly != typeof(RandomInspection.Drawing.DrawEngine).Assembly || type.IsAbstract || type.GetConstructors().FirstOrDefault() is not { } constructor)
        {
            return [];
        }

        object?[][] values = [.. constructor.GetParameters().Select(Of)];
        try
        {
            return values.All(of => of.Length > 0) ? [constructor.Invoke([.. values.Select(of => of[0])])] : [];
        }
        catch (TargetInvocationException)
        {
            return [];
        }
    }

    private static Type? Element(Type type) =>
        type.IsGenericType && type.GetGenericArguments() is [var only] && typeof(IEnumerable).IsAssignableFrom(type) ? only : null;

    /// <summary>One, none, two alike.</summary>
    private static object?[] Many(Type type, object?[] elements)
    {
        Type element = Element(type)!;
        return elements.Length == 0 ? [Made([])] : [Made([elements[0]]), Made([]), Made([elements[0], elements[0]]), .. elements[1..].Select(other => Made([other]))];

        object Made(object?[] of)
        {
            Array array = Array.CreateInstance(element, of.Length);
            of.CopyTo(array, 0);
            return type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
                ? typeof(ImmutableArray).GetMethods().Single(method => method.Name == "CreateRange" && method.GetParameters().Length == 1).MakeGenericMethod(element).Invoke(null, [array])!
                : type.IsAssignableFrom(array.GetType()) ? array : Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(element), array)!;
        }
    }

    /// <summary>Whatever stands in some events.</summary>
    private static Dictionary<Type, List<object>> Collect(IEnumerable<object> events)
    {
        Dictionary<Type, List<object>> found = [];
        Queue<object> waiting = new(events);
        while (waiting.TryDequeue(out object? value))
        {
            List<object> known = found.TryGetValue(value.GetType(), out List<object>? already) ? already : found[value.GetType()] = [];
            if (known.Contains(value))
            {
                continue;
            }

            known.Add(value);
            if (value is string)
            {
                continue;
            }

            if (value is IEnumerable many)
            {
                foreach (object one in many)
                {
                    waiting.Enqueue(one);
                }
            }
            else if (value.GetType().Namespace?.StartsWith("RandomInspection", StringComparison.Ordinal) == true && !value.GetType().IsEnum)
            {
                foreach (PropertyInfo property in value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
                {
                    if (property.GetValue(value) is { } inner)
                    {
                        waiting.Enqueue(inner);
                    }
                }
            }
        }

        return found;
    }
}
