using NodaTime;

namespace RandomInspection.Tests;

/// <summary>A clock that stands until it is moved.</summary>
internal sealed class HandClock : IClock
{
    public Instant Now { get; set; } = Instant.FromUtc(2026, 11, 23, 1, 0);

    public Instant GetCurrentInstant() => Now;
}
