using System.Collections.Immutable;
using RandomInspection.Directories;

namespace RandomInspection.SampleData;

/// <summary>Fictional carriers (行为载体) of the sample's subjects: sites, points, products and projects, each linked to the subject that answers for it.</summary>
public static class SampleCarriers
{
    private static readonly (CarrierKind Kind, string Name, string Trade)[] Forms =
    [
        (CarrierKind.Site, "中央厨房", "H"), (CarrierKind.Site, "冷库", "F"), (CarrierKind.Point, "客运电梯 1 号", "K"),
        (CarrierKind.Point, "在用锅炉 1 号", "D"), (CarrierKind.Product, "预包装食品", "C"), (CarrierKind.Project, "改扩建项目", "E"),
    ];

    /// <summary>Carriers of the first subjects of each trade that are active.</summary>
    /// <param name="subjects">The subjects.</param>
    /// <param name="ofEach">How many of each form, 1 or more.</param>
    public static ImmutableArray<Subject> Of(IReadOnlyCollection<Subject> subjects, int ofEach = 20) =>
    [
        .. Forms.SelectMany(form => subjects.Where(subject => subject.Trade == form.Trade && subject.Status == SubjectStatus.Active).Take(ofEach).Select((owner, i) => new Subject
        {
            Code = $"ZT-{form.Kind.ToString()[..2].ToUpperInvariant()}-{form.Trade}{i + 1:D3}",
            Name = $"{owner.Name}{form.Name}",
            Kind = form.Kind.Name(Language.Chinese),
            Region = owner.Region,
            Trade = owner.Trade,
            CreditClass = owner.CreditClass,
            Carrier = new Carrier(form.Kind, owner.Code),
        })),
    ];
}
