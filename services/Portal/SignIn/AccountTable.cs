using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.Portal.SignIn;

sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts").HasKey(a => a.Id);
        account.Property(a => a.Id).HasColumnName("user_id").HasMaxLength(255);
        account.Property(a => a.UserName).HasColumnName("login").HasMaxLength(100);
        account.Property(a => a.NormalizedUserName).HasColumnName("login_key").HasMaxLength(100);
        account.Property(a => a.DisplayName).HasMaxLength(255);
        account.Property(a => a.OrgId).HasMaxLength(255);
        account.Property(a => a.TimeZone).HasMaxLength(100);
        account.Property(a => a.KeysOn).HasDefaultValue(true);
        account.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        account.HasIndex(a => a.NormalizedUserName).IsUnique();
        account.Ignore(a => a.Email).Ignore(a => a.NormalizedEmail).Ignore(a => a.EmailConfirmed);
        account.Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed).Ignore(a => a.TwoFactorEnabled);
        account.Ignore(a => a.SecurityStamp).Ignore(a => a.LockoutEnabled);
    }
}
