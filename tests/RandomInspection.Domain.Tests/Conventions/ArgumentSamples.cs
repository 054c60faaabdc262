using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using NodaTime;
using RandomInspection.Tests.Ledger;

namespace RandomInspection.Tests.Conventions;

/// <summary>Values for a parameter: first the usual one, then such as nobody would want.</summary>
internal static class ArgumentSamples
{
    private static readonly Dictionary<Type, List<object>> Sampled = Collect();

    public static object?[] Of(ParameterInfo parameter)
    {
        object?[] values = Of(parameter.ParameterType);
        bool mayBeNull = Nullable.GetUnderlyingType(parameter.ParameterType) is not null
            || (!parameter.ParameterType.IsValueType && new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable);
        return mayBeNull ? [.. values, null] : values;
    }

    public static object?[] Of(Type type)
    {
        Type of = Nullable.GetUnderlyingType(type) ?? type;
        return of switch
        {
            _ when of == typeof(string) => ["ren", "", " \t", new string('长', 5000), .. Some(of, 6)],
            _ when of == typeof(LocalDate) => [new LocalDate(2026, 11, 23), new LocalDate(1990, 1, 1), new LocalDate(2099, 12, 31)],
            _ when of == typeof(Instant) => [Instant.FromUtc(2026, 11, 23, 1, 2, 3), Instant.FromUtc(1990, 1, 1, 0, 0), Instant.FromUtc(2099, 1, 1, 0, 0)],
            _ when of == typeof(int) => [1, 0, -1, 1_000_000],
            _ when of == typeof(long) => [1L, 0L, -1L],
            _ when of == typeof(bool) => [true, false],
            _ when of.IsEnum => [.. Enum.GetValues(of).Cast<object>()],
            _ when Element(of) is { } element => Many(of, Of(element)),
            _ when typeof(Delegate).IsAssignableFrom(of) => [],
            _ => [.. Some(of, 4)],
        };
    }

    private static IEnumerable<object> Some(Type type, int most) => Sampled.Where(known => type.IsAssignableFrom(known.Key)).SelectMany(known => known.Value).Take(most);

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

    /// <summary>Whatever stands in the events of the samples.</summary>
    private static Dictionary<Type, List<object>> Collect()
    {
        Dictionary<Type, List<object>> found = [];
        Queue<object> waiting = new(EventSamples.All);
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
