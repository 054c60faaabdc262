using Microsoft.EntityFrameworkCore;

namespace EmbeddedDraw.Registry;

/// <summary>The application's own tables.</summary>
/// <param name="options">Where they are.</param>
public sealed class RegistryContext(DbContextOptions<RegistryContext> options) : DbContext(options)
{
    /// <summary>The firms.</summary>
    public DbSet<Firm> Firms => Set<Firm>();

    /// <summary>The officers.</summary>
    public DbSet<Officer> Officers => Set<Officer>();

    /// <summary>The draws.</summary>
    public DbSet<Draw> Draws => Set<Draw>();

    /// <summary>Fills an empty registry with fictional firms and officers.</summary>
    /// <param name="cancellation">Cancels it.</param>
    public async Task FillAsync(CancellationToken cancellation)
    {
        if (await Firms.AnyAsync(cancellation))
        {
            return;
        }

        string[] districts = ["和平区", "沈河区", "铁西区"], trades = ["面馆", "药房", "五金", "超市"];
        Firms.AddRange(Enumerable.Range(1, 120).Select(n => new Firm { Name = $"虚构{trades[n % 4]}{n}号店", District = districts[n % 3], Risk = 1 + (n % 4), Closed = n % 17 == 0 }));
        Officers.AddRange(Enumerable.Range(1, 24).Select(n => new Officer { Name = $"执法员{n}", District = districts[n % 3], Away = n % 11 == 0 }));
        await SaveChangesAsync(cancellation);
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<Firm>().Ignore(firm => firm.Number);
        modelBuilder.Entity<Officer>().Ignore(officer => officer.Number);
        modelBuilder.Entity<DrawStep>().HasKey(step => new { step.DrawId, step.Number });
        modelBuilder.Entity<Draw>().HasMany(draw => draw.Steps).WithOne().HasForeignKey(step => step.DrawId);
    }
}
