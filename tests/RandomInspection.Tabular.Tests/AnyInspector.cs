using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;

namespace RandomInspection.Tests;

/// <summary>An inspector for every number, as different as inspectors get; the number comes from the property's generator, so that a failure replays.</summary>
internal static class AnyInspector
{
    private static readonly LocalDate Origin = new(2020, 1, 1);

    public static Inspector Of(int seed)
    {
        ulong state = (uint)seed;
        InspectorKind kind = (InspectorKind)Next(4);
        return new Inspector
        {
            Id = $"p/{seed}~{Next(100)}",
            Name = ((string[])["姜景昕", "𠮷田", "O'Neil, \"Mary\"", "阿卜杜拉·买买提"])[Next(4)],
            DepartmentId = ((string[])["scjg", "sthj", "wsjk"])[Next(3)],
            Kind = kind,
            Level = (InspectorLevel)Next(2),
            Regions = Some("沈河区", "和平区", "市直", "新民市"),
            Qualifications = Some("SCJG-01", "SCJG-02", "特种设备", "𠮷"),
            Certificates = kind == InspectorKind.SupervisionStaff
                ? []
                : [.. Enumerable.Range(0, Next(4)).Select(i => new Certificate($"辽 A-{i}", Origin.PlusDays(Next(2000)), Origin.PlusDays(2000 + Next(2000))))],
            Leave = [.. Enumerable.Range(0, Next(4)).Select(_ => Origin.PlusDays(Next(3000))).Select(day => new DateInterval(day, day.PlusDays(Next(30))))],
            Capacity = Next(2) == 0 ? null : 1 + Next(50),
            Status = (InspectorStatus)Next(2),
        };

        ImmutableArray<string> Some(params string[] all) => [.. all.Where(_ => Next(2) == 0)];

        int Next(int below)
        {
            state = unchecked(state * 6364136223846793005 + 1442695040888963407);
            return (int)((state >> 33) % (uint)below);
        }
    }
}
