package com.dotmac.platform.app.partners.payouts;

import com.dotmac.platform.app.partners.Csv;
import com.dotmac.platform.domain.partners.payouts.BankAccount;
import com.dotmac.platform.domain.partners.payouts.Transfer;
import com.dotmac.platform.domain.partners.payouts.TransferList;
import com.dotmac.platform.domain.shared.Money;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Transfers as an order to a bank: CustomerCreditTransferInitiation of ISO 20022, pain.001.001.09,
 * one payment of many transactions.
 *
 * <p>Each transaction carries the key of its payout as its end-to-end identification, by which the
 * bank and the partner know it. The message is known by the batch and the instant of the file, so
 * that a file that was made anew is not taken for the first one sent twice; that a transfer is not
 * made twice is for whoever hands files over, and for the bank, which sees the same keys.
 */
final class PaymentOrder {

  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
  private static final int LONGEST_ID = 35;

  private final XMLStreamWriter xml;

  private PaymentOrder(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /**
   * The file.
   *
   * @param list what is to be paid, with the account that it is paid from
   * @param at when the file is made
   */
  static byte[] of(TransferList list, Instant at) {
    BankAccount payer = list.payerOrRefuse();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      XMLStreamWriter writer =
          XMLOutputFactory.newFactory().createXMLStreamWriter(file, StandardCharsets.UTF_8.name());
      new PaymentOrder(writer).write(list, payer, at.truncatedTo(ChronoUnit.SECONDS));
      writer.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Nothing is written to but memory", e);
    }
    return file.toByteArray();
  }

  private void write(TransferList list, BankAccount payer, Instant at) throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.setDefaultNamespace(NAMESPACE);
    xml.writeStartElement(NAMESPACE, "Document");
    xml.writeDefaultNamespace(NAMESPACE);
    begin("CstmrCdtTrfInitn");
    begin("GrpHdr");
    element("MsgId", cut(list.number() + "-" + at.getEpochSecond()));
    element("CreDtTm", at.toString());
    totals(list);
    begin("InitgPty");
    element("Nm", payer.holder());
    end();
    end();
    payment(list, payer, at);
    end();
    end();
    xml.writeEndDocument();
  }

  private void payment(TransferList list, BankAccount payer, Instant at) throws XMLStreamException {
    begin("PmtInf");
    element("PmtInfId", cut(list.number()));
    element("PmtMtd", "TRF");
    totals(list);
    begin("ReqdExctnDt");
    element("Dt", LocalDate.ofInstant(at, ZoneOffset.UTC).toString());
    end();
    party("Dbtr", payer);
    account("DbtrAcct", payer);
    agent("DbtrAgt", payer);
    for (Transfer transfer : list.transfers()) {
      transfer(list, transfer);
    }
    end();
  }

  private void transfer(TransferList list, Transfer transfer) throws XMLStreamException {
    begin("CdtTrfTxInf");
    begin("PmtId");
    element("EndToEndId", cut(transfer.key()));
    end();
    begin("Amt");
    begin("InstdAmt");
    xml.writeAttribute("Ccy", transfer.amount().currency().getCurrencyCode());
    xml.writeCharacters(Csv.major(transfer.amount()));
    end();
    end();
    if (transfer.payee().bic() != null) {
      agent("CdtrAgt", transfer.payee());
    }
    party("Cdtr", transfer.payee());
    account("CdtrAcct", transfer.payee());
    begin("RmtInf");
    element("Ustrd", list.number());
    end();
    end();
  }

  private void totals(TransferList list) throws XMLStreamException {
    element("NbOfTxs", Integer.toString(list.transfers().size()));
    element(
        "CtrlSum",
        list.transfers().stream()
            .map(Transfer::amount)
            .reduce(Money::plus)
            .map(Csv::major)
            .orElse(BigDecimal.ZERO.toPlainString()));
  }

  private void party(String name, BankAccount account) throws XMLStreamException {
    begin(name);
    element("Nm", account.holder());
    end();
  }

  private void account(String name, BankAccount account) throws XMLStreamException {
    begin(name);
    begin("Id");
    if (account.iban() == null) {
      begin("Othr");
      element("Id", account.number());
      end();
    } else {
      element("IBAN", account.iban());
    }
    end();
    end();
  }

  /** The bank of an account; one that is known by its IBAN alone is said to be not provided. */
  private void agent(String name, BankAccount account) throws XMLStreamException {
    begin(name);
    begin("FinInstnId");
    if (account.bic() == null) {
      begin("Othr");
      element("Id", "NOTPROVIDED");
      end();
    } else {
      element("BICFI", account.bic());
    }
    end();
    end();
  }

  private void begin(String name) throws XMLStreamException {
    xml.writeStartElement(NAMESPACE, name);
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
  }

  private void element(String name, String text) throws XMLStreamException {
    begin(name);
    xml.writeCharacters(text);
    end();
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST_ID));
  }
}
