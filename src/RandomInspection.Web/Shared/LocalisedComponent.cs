using Microsoft.AspNetCore.Components;
using NodaTime;

namespace RandomInspection.Web.Shared;

/// <summary>A component that writes in the reader's language.</summary>
public abstract class LocalisedComponent : ComponentBase
{
    [Inject]
    internal Tongue Tongue { get; set; } = null!;

    /// <summary>The reader's language.</summary>
    protected Language Language => Tongue.Language;

    /// <summary>The text in the reader's language.</summary>
    /// <param name="chinese">The text in Chinese.</param>
    /// <param name="english">The same in English.</param>
    protected string T(string chinese, string english) => Tongue.T(chinese, english);

    /// <summary>A date, for example 2026年3月2日 or 2 March 2026.</summary>
    /// <param name="date">The date.</param>
    protected string Date(LocalDate date) => Tongue.Date(date);

    /// <summary>A moment to the minute, as clocks in Beijing show it.</summary>
    /// <param name="moment">The moment.</param>
    protected string Moment(Instant moment) => Tongue.Moment(moment);

    /// <summary>A whole number with its thousands set apart.</summary>
    /// <param name="number">The number.</param>
    protected static string Number(long number) => Tongue.Number(number);

    /// <summary>A person's name.</summary>
    /// <param name="person">The person.</param>
    protected string NameOf(Person person) => Tongue.Name(person);

    /// <summary>A role's name.</summary>
    /// <param name="role">The role.</param>
    protected string NameOf(Role role) => Tongue.Name(role);
}
