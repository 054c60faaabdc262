using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Catalogue;
using RandomInspection.Credit;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.Supervision;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>The tables: the two logs with their heads and subtrees, personal data beside them, the directories, the evidence, and a table for each view.</summary>
public class InspectionContext : DbContext
{
    /// <summary>The tables on SQLite.</summary>
    /// <param name="options">The connection.</param>
    public InspectionContext(DbContextOptions<InspectionContext> options)
        : base(options)
    {
    }

    private protected InspectionContext(DbContextOptions options)
        : base(options)
    {
    }

    internal DbSet<LedgerHeadRow> Heads => Set<LedgerHeadRow>();

    internal DbSet<LedgerNodeRow> Nodes => Set<LedgerNodeRow>();

    internal DbSet<PersonalRow> Personal => Set<PersonalRow>();

    internal DbSet<SubjectRow> Subjects => Set<SubjectRow>();

    internal DbSet<InspectorRow> Inspectors => Set<InspectorRow>();

    internal DbSet<DirectoryRow> Directories => Set<DirectoryRow>();

    internal DbSet<EvidenceRow> Evidence => Set<EvidenceRow>();

    internal DbSet<AnsweredRequestRow> Requests => Set<AnsweredRequestRow>();

    /// <summary>The entries of a log; each has a table of its own.</summary>
    internal DbSet<LedgerRow> Entries(LedgerLog log) => Set<LedgerRow>(TableOf(log));

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<Instant>().HaveConversion<InstantTicks>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<IsoDate>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        foreach (LedgerLog log in Enum.GetValues<LedgerLog>())
        {
            modelBuilder.SharedTypeEntity<LedgerRow>(TableOf(log), ledger =>
            {
                ledger.ToTable(TableOf(log)).HasKey(e => e.Sequence);
                ledger.Property(e => e.Sequence).ValueGeneratedNever();
                ledger.HasIndex(e => new { e.Stream, e.Version }).IsUnique();
            });
        }

        modelBuilder.Entity<LedgerHeadRow>(head =>
        {
            head.ToTable("ledger_head").HasKey(h => h.Id);
            head.Property(h => h.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<LedgerNodeRow>(node => node.ToTable("ledger_node").HasKey(n => new { n.Log, n.Level, n.Index }));
        modelBuilder.Entity<PersonalRow>(personal =>
        {
            personal.ToTable("personal").HasKey(p => p.Commitment);
            personal.HasIndex(p => p.About);
        });
        modelBuilder.Entity<SubjectRow>(subject =>
        {
            subject.ToTable("subject").HasKey(s => s.Code);
            subject.HasIndex(s => s.Name);
            subject.Property(s => s.Tags).HasDefaultValue(""); // directories of a time before there were tags
            subject.HasIndex(s => s.Tags);
            subject.HasIndex(s => s.CarrierOf);
            subject.HasIndex(s => new { s.Region, s.Trade, s.CreditClass, s.Status });
        });
        modelBuilder.Entity<InspectorRow>(inspector =>
        {
            inspector.ToTable("inspector").HasKey(i => i.Id);
            inspector.HasIndex(i => i.DepartmentId);
            inspector.HasIndex(i => i.Name);
        });
        modelBuilder.Entity<DirectoryRow>(directory =>
        {
            directory.ToTable("directory").HasKey(d => d.Name);
        });
        modelBuilder.Entity<EvidenceRow>(evidence => evidence.ToTable("evidence").HasKey(e => e.Digest));
        modelBuilder.Entity<EvidenceForNowRow>(evidence => evidence.ToTable("evidence_for_now").HasKey(e => e.Digest));
        modelBuilder.Entity<AnsweredRequestRow>(request =>
        {
            request.ToTable("answered_request").HasKey(r => new { r.Key, r.Part });
            request.HasIndex(r => r.At);
        });
        modelBuilder.Entity<CatalogueView>(view => view.ToTable("catalogue_view").HasKey(v => v.Key));
        modelBuilder.Entity<BasisChangeView>(view =>
        {
            view.ToTable("basis_change_view").HasKey(v => v.Key);
            view.HasIndex(v => v.DepartmentId);
        });
        modelBuilder.Entity<PlanView>(view =>
        {
            view.ToTable("plan_view").HasKey(v => v.Key);

            // Plans of a time before there were ad-hoc tasks.
            view.Property(v => v.Kind).HasDefaultValue(PlanKind.Annual);
            view.Property(v => v.Version).HasDefaultValue(0); // and of one before they had versions
        });
        modelBuilder.Entity<TaskView>(view =>
        {
            view.ToTable("task_view").HasKey(v => v.Key);
            view.HasIndex(v => v.PlanId);
        });
        modelBuilder.Entity<EmbargoView>(view => view.ToTable("embargo_view").HasKey(v => v.Key));
        modelBuilder.Entity<ObligationView>(view =>
        {
            view.ToTable("obligation_view").HasKey(v => v.Key);

            // Duties of a time before they could be exempt or taken down.
            view.Property(v => v.Status).HasDefaultValue(ObligationStatus.Open);
            view.Property(v => v.Revision).HasDefaultValue(0);
            view.HasIndex(v => new { v.PublishedAt, v.DueOn });
            view.HasIndex(v => v.About);
        });
        modelBuilder.Entity<DrawView>(view =>
        {
            view.ToTable("draw_view").HasKey(v => v.Key);
            view.Property(v => v.Joined).HasDefaultValue(""); // draws of a time before they were shared
            view.HasIndex(v => v.TaskId);
        });
        modelBuilder.Entity<MatchView>(view =>
        {
            view.ToTable("match_view").HasKey(v => v.Key);
            view.Property(v => v.Joined).HasDefaultValue("");
            view.HasIndex(v => v.TaskId);
        });
        modelBuilder.Entity<VisitView>(view =>
        {
            view.ToTable("visit_view").HasKey(v => v.Key);
            view.Property(v => v.Approved).HasDefaultValue(false);
            view.Property(v => v.Referred).HasDefaultValue(false);
            view.HasIndex(v => v.TaskId);
            view.HasIndex(v => new { v.Match, v.Status });
            view.HasIndex(v => new { v.DepartmentId, v.Status });
            view.HasIndex(v => v.SubjectCode);
        });
        modelBuilder.Entity<SeatView>(view =>
        {
            view.ToTable("seat_view").HasKey(v => v.Key);
            view.HasIndex(v => v.Inspector);
            view.HasIndex(v => v.Match);
            view.HasIndex(v => new { v.DepartmentId, v.Status });
        });
        modelBuilder.Entity<DrawOfferView>(view =>
        {
            view.ToTable("draw_offer_view").HasKey(v => v.Key);
            view.HasIndex(v => v.With);
        });
        modelBuilder.Entity<JointOfferView>(view =>
        {
            view.ToTable("joint_offer_view").HasKey(v => v.Key);
            view.HasIndex(v => v.With);
        });
        modelBuilder.Entity<ReplacementView>(view =>
        {
            view.ToTable("replacement_view").HasKey(v => v.Key);
            view.HasIndex(v => v.TaskId);
            view.HasIndex(v => new { v.DepartmentId, v.State });
        });
        modelBuilder.Entity<CheckpointView>(view =>
        {
            view.ToTable("checkpoint_view").HasKey(v => v.Key);
            view.HasIndex(v => v.Size);
        });
        modelBuilder.Entity<DisclosedView>(view =>
        {
            view.ToTable("disclosed_view").HasKey(v => v.Key);
            view.HasIndex(v => v.Number);
        });
        modelBuilder.Entity<SpecialDirectoryView>(view => view.ToTable("special_directory_view").HasKey(v => v.Key));
        modelBuilder.Entity<DishonestyView>(view =>
        {
            view.ToTable("dishonesty_view").HasKey(v => v.Key);
            view.HasIndex(v => v.SubjectCode);
            view.HasIndex(v => new { v.Status, v.Until });
            view.HasIndex(v => v.DepartmentId);
        });
        modelBuilder.Entity<FeedbackView>(view => view.ToTable("feedback_view").HasKey(v => v.Key));
        modelBuilder.Entity<AttemptView>(view =>
        {
            view.ToTable("attempt_view").HasKey(v => v.Key);
            view.HasIndex(v => v.About);
            view.HasIndex(v => v.At);
        });
        modelBuilder.Entity<RecusalView>(view =>
        {
            view.ToTable("recusal_view").HasKey(v => v.Key);
            view.HasIndex(v => new { v.Inspector, v.SubjectCode });
            view.HasIndex(v => v.DepartmentId);
        });
    }

    internal static string TableOf(LedgerLog log) => log == LedgerLog.Public ? "ledger" : "sealed_ledger";

    private sealed class InstantTicks() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<Instant, long>(
        instant => instant.ToUnixTimeTicks(), ticks => Instant.FromUnixTimeTicks(ticks));

    private sealed class IsoDate() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<LocalDate, string>(
        date => LocalDatePattern.Iso.Format(date), text => LocalDatePattern.Iso.Parse(text).Value);
}
